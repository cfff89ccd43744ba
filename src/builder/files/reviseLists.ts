import type { StreamKind } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import { reviseCalendars } from './calendar.ts';
import type { DataFiles } from './dataFile.ts';
import type { DayChange, DayRow } from './dayChange.ts';
import { reviseStream } from './reviseStream.ts';
import { type Naming, type StreamNames, streamsOf } from './StreamNames.ts';
import type { Row } from './streamFiles.ts';

/** Where lists are kept, and what they are called. */
export type ListRun = {
  readonly files: DataFiles;
  readonly names: StreamNames;
  readonly site: Naming & { readonly title: string };
};

/**
 * Brings streams and calendars up to date with what became of some days. Whatever the batches days come in, and whatever
 * was there before, the files are those of the whole archive made at once. Only lists that these days change are read.
 */
export function reviseLists(changes: readonly DayChange[], run: ListRun): void {
  for (const { before, after } of changes) {
    for (const row of before) run.names.count(row, -1);
    for (const row of after) run.names.count(row, 1);
  }
  for (const { kind, slug, days } of changedStreams(changes).values()) {
    if (kind === 'all') reviseStream({ kind, slug, name: run.site.title }, days, run.files);
    else reviseNamed({ kind, slug, days }, run);
  }
  reviseCalendars(changes, run.files);
}

type ChangedStream<K = StreamKind> = {
  readonly kind: K;
  readonly slug: string;
  readonly days: Map<Day, readonly Row[]>;
};

function reviseNamed(
  { kind, slug, days }: ChangedStream<Exclude<StreamKind, 'all'>>,
  { files, names, site }: ListRun,
): void {
  const name = names.nameOf(kind, slug, site);
  if (days.size === 0 && name === names.summaryOf(kind, slug)?.name) return;
  const { count, day } = reviseStream({ kind, slug, name }, days, files);
  names.setSummary(kind, slug, day === null ? null : { slug, name, count, day });
}

/** The streams in which days have other rows than before, and those whose rows stand elsewhere too, without days. */
function changedStreams(changes: readonly DayChange[]): ReadonlyMap<string, ChangedStream> {
  const streams = new Map<string, ChangedStream>();
  for (const { day, before, after } of changes) {
    const [then, now] = [byStream(before), byStream(after)];
    for (const [key, { kind, slug }] of [...then, ...now]) {
      const stream = streams.get(key) ?? { kind, slug, days: new Map<Day, readonly Row[]>() };
      streams.set(key, stream);
      const rows = now.get(key)?.rows ?? [];
      if (!isSame(then.get(key)?.rows ?? [], rows)) stream.days.set(day, rows);
    }
  }
  return streams;
}

type StreamRows = { readonly kind: StreamKind; readonly slug: string; readonly rows: DayRow[] };

function byStream(rows: readonly DayRow[]): ReadonlyMap<string, StreamRows> {
  const streams = new Map<string, StreamRows>([['all', { kind: 'all', slug: '', rows: [...rows] }]]);
  for (const row of rows)
    for (const { kind, slug } of streamsOf(row.headline)) {
      const key = `${kind} ${slug}`;
      const stream = streams.get(key);
      if (stream) stream.rows.push(row);
      else streams.set(key, { kind, slug, rows: [row] });
    }
  return streams;
}

function isSame(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every(({ json, date }, index) => json === b[index]?.json && date === b[index].date);
}
