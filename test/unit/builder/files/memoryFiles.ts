// Data files in memory, and what the builder's writers give for whole streams and archives, for tests without a disk.
import { type DataFile, type DataFiles, groupBy } from '#builder/files/dataFile.ts';
import type { DayRow } from '#builder/files/dayChange.ts';
import { finishLists } from '#builder/files/finishLists.ts';
import { ListChanges, type ListRun } from '#builder/files/ListChanges.ts';
import { reviseLinks } from '#builder/files/reviseLinks.ts';
import { reviseStream } from '#builder/files/reviseStream.ts';
import { StreamNames } from '#builder/files/StreamNames.ts';
import type { Row, StreamKey } from '#builder/files/streamFiles.ts';
import { Touched } from '#builder/Touched.ts';
import type { Day, Headline } from '#shared/post.ts';

/** Data files in memory, by path. */
export function memoryFiles(): DataFiles & { readonly held: Map<string, Buffer> } {
  const held = new Map<string, Buffer>();
  return {
    held,
    read: (path) => held.get(path) ?? null,
    put: ({ path, bytes }) => void held.set(path, bytes),
    remove: (path) => void held.delete(path),
  };
}

/** A row of a headline that is dated so. */
export function rowOf(headline: Headline, date: string): DayRow {
  return { date, address: headline.address, json: JSON.stringify(headline), headline };
}

/** The files of a stream that has all these rows, newest first. */
export function streamFiles({
  rows,
  ...stream
}: StreamKey & { name: string; rows: readonly Row[] }): readonly DataFile[] {
  const files = memoryFiles();
  reviseStream(stream, groupBy(rows, dayOfRow), files);
  return filesIn(files.held);
}

/** The files of links that are all these. */
export function linkFiles(days: ReadonlyMap<string, Day>): readonly DataFile[] {
  const files = memoryFiles();
  reviseLinks(days, files);
  return filesIn(files.held);
}

/** The lists of an archive of all these rows, newest first, with how many problems each day has. */
export function listFiles(
  rows: readonly DayRow[],
  site: ListRun['site'],
  problems: ReadonlyMap<Day, number> = new Map(),
) {
  const [files, names] = [memoryFiles(), new StreamNames()];
  const days = groupBy(rows, dayOfRow);
  const lists = new ListChanges({ files, names, site, touched: new Touched() });
  for (const [day, after] of days) lists.add({ day, before: [], after, problems: problems.get(day) ?? 0 });
  lists.revise();
  finishLists({ files, names, site }, (day) => (days.get(day) ?? []).map(({ mentions = [] }) => mentions));
  return { files, names };
}

function dayOfRow({ date }: Row): Day {
  return date.slice(0, 10);
}

function filesIn(held: ReadonlyMap<string, Buffer>): readonly DataFile[] {
  return [...held].map(([path, bytes]) => ({ path, bytes }));
}
