import type { StreamKind } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import { type DayCount, reviseCalendars } from './calendar.ts';
import type { Touched } from '#builder/Touched.ts';
import type { DataFiles } from './dataFile.ts';
import type { DayChange, DayRow } from './dayChange.ts';
import { reviseStream } from './reviseStream.ts';
import { type NamedStream, type Naming, type StreamNames, streamsOf } from './StreamNames.ts';
import type { Row } from './streamFiles.ts';

/** Where lists are kept, and what they are called. */
export type ListRun = {
  readonly files: DataFiles;
  readonly names: StreamNames;
  readonly site: Naming & { readonly title: string };
  /** Told of every stream that is revised. */
  readonly touched: Touched;
};

/**
 * Gathers what became of some days, and brings streams and calendars up to date with it. Whatever the batches days come
 * in, and whatever was there before, the files are those of the whole archive made at once. Only lists that these days
 * change are read. Of a headline it keeps the JSON, of which lists are made.
 */
export class ListChanges {
  readonly #run: ListRun;
  readonly #streams = new Map<string, ChangedStream>();
  #days: DayCount[] = [];
  #rows = 0;

  constructor(run: ListRun) {
    this.#run = run;
  }

  /** How many rows wait for `revise`. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds one day, which no other change since the last `revise` was of. */
  add({ day, before, after, problems }: DayChange): void {
    const [old, young] = [before.map(withStreams), after.map(withStreams)];
    for (const { row, streams } of old) this.#run.names.count(row, -1, streams);
    for (const { row, streams } of young) this.#run.names.count(row, 1, streams);
    this.#days.push({ day, count: after.length, problems });
    this.#rows += after.length;
    const [then, now] = [byStream(old), byStream(young)];
    for (const [key, { kind, slug }] of [...then, ...now]) {
      const stream = this.#streams.get(key) ?? { kind, slug, days: new Map<Day, readonly Row[]>() };
      this.#streams.set(key, stream);
      const rows = now.get(key)?.rows ?? [];
      if (!isSame(then.get(key)?.rows ?? [], rows)) stream.days.set(day, rows);
    }
  }

  /** Puts the files of all lists that were changed, and forgets what was added. */
  revise(): void {
    const { files, site, touched } = this.#run;
    for (const { kind, slug, days } of this.#streams.values()) {
      if (kind !== 'all') reviseNamed({ kind, slug, days }, this.#run);
      else if (days.size > 0) {
        reviseStream({ kind, slug, name: site.title }, days, files);
        touched.addStream({ kind, slug });
      }
    }
    reviseCalendars(this.#days, files);
    this.#streams.clear();
    [this.#days, this.#rows] = [[], 0];
  }
}

/** The days in which a stream has other rows than before; none where its rows stand elsewhere too, and are the same. */
type ChangedStream<K = StreamKind> = {
  readonly kind: K;
  readonly slug: string;
  readonly days: Map<Day, readonly Row[]>;
};

function reviseNamed(
  { kind, slug, days }: ChangedStream<Exclude<StreamKind, 'all'>>,
  { files, names, site, touched }: ListRun,
): void {
  const name = names.nameOf(kind, slug, site);
  const before = names.summaryOf(kind, slug)?.name;
  if (days.size === 0 && name === before) return;
  touched.addStream({ kind, slug });
  if (before !== undefined && name !== before && kind === 'category') touched.addRenamedCategory(slug);
  const { count, day } = reviseStream({ kind, slug, name }, days, files);
  names.setSummary(kind, slug, day === null ? null : { slug, name, count, day });
}

type StreamRows = { readonly kind: StreamKind; readonly slug: string; readonly rows: Row[] };

type RowWithStreams = { readonly row: DayRow; readonly streams: readonly NamedStream[] };

function withStreams(row: DayRow): RowWithStreams {
  return { row, streams: streamsOf(row.headline) };
}

function byStream(rows: readonly RowWithStreams[]): ReadonlyMap<string, StreamRows> {
  const all: Row[] = [];
  const streams = new Map<string, StreamRows>([['all', { kind: 'all', slug: '', rows: all }]]);
  for (const { row: listed, streams: named } of rows) {
    const { date, address, json } = listed;
    const row = { date, address, json };
    all.push(row);
    for (const { kind, slug } of named) {
      const key = `${kind} ${slug}`;
      const stream = streams.get(key);
      if (stream) stream.rows.push(row);
      else streams.set(key, { kind, slug, rows: [row] });
    }
  }
  return streams;
}

function isSame(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every(({ json, date }, index) => json === b[index]?.json && date === b[index].date);
}
