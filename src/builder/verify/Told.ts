import { hash } from 'node:crypto';
import { dayInAddress, linksFile, streamFolder } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { groupBy } from '#builder/files/dataFile.ts';
import { MAX_LEAF } from '#builder/files/streamFiles.ts';
import { streamsOf } from '#builder/files/StreamNames.ts';
import { Sequence } from './Sequence.ts';
import { inData } from './SiteCheck.ts';
import type { StreamRow } from './streamRows.ts';

/** A headline, and the hour it is ordered by: `2022-05-30T09`. */
export type TimedRow = { readonly row: StreamRow; readonly hour: string };

/** What the days say of a stream. */
export type ToldStream = {
  readonly sequence: Sequence;
  /** The day of its newest headline. */
  readonly day: Day;
};

/** What the days say that lists must hold: as hashes, so that it does not grow with the archive. */
export class Told {
  /** Whether no day is damaged: only then can lists be held to what is told. */
  isWhole = false;
  /** By folder. */
  readonly streams = new Map<string, ToldStream>();
  /** By file, or the file that is split in parts. */
  readonly links = new Map<string, LinkSum>();

  /** Tells the headlines of the next older day, newest first. */
  tellRows(day: Day, rows: readonly TimedRow[]): void {
    const pairs = rows.flatMap((timed) => foldersOf(timed).map((folder) => ({ folder, timed })));
    for (const [folder, ofStream] of groupBy(pairs, (pair) => pair.folder)) {
      let told = this.streams.get(folder);
      if (!told) this.streams.set(folder, (told = { sequence: new Sequence(), day }));
      const blockOf = blocksAmong(ofStream.map(({ timed }) => timed));
      for (const { timed } of ofStream) told.sequence.tell(timed.row.json, blockOf(timed.hour));
    }
  }

  /** Tells a folded address that a day answers for. */
  tellAddress(folded: string, day: Day): void {
    if (dayInAddress(folded) === day) return;
    const file = inData(linksFile(folded));
    let sum = this.links.get(file);
    if (!sum) this.links.set(file, (sum = new LinkSum()));
    sum.add(folded, day);
  }
}

/** Tells which hours of a stream's day are divided by hash, and so have no order of time. */
export function blocksAmong(rows: readonly TimedRow[]): (hour: string) => string {
  if (rows.length <= MAX_LEAF) return () => '';
  const hours = groupBy(rows, ({ hour }) => hour);
  return (hour) => ((hours.get(hour)?.length ?? 0) > MAX_LEAF ? hour : '');
}

/** Links in no order, as a hash. */
export class LinkSum {
  count = 0;
  #sum = 0n;

  add(folded: string, day: Day): void {
    this.count++;
    this.#sum += hash('sha1', `${folded}\0${day}`, 'buffer').readBigUInt64BE();
  }

  equals(other: LinkSum): boolean {
    return this.count === other.count && this.#sum === other.#sum;
  }
}

/** The streams a headline stands in, besides that of all. */
function foldersOf({ row }: TimedRow): readonly string[] {
  const folders = streamsOf(row.headline).map(({ kind, slug }) => inData(streamFolder(kind, slug)));
  return [...new Set(folders)];
}
