import { FORMAT, NEWEST_COUNT, type PeriodCount, type StreamKind } from '#shared/archive.ts';
import { headFile, periodFile, periodsOf } from '#shared/paths.ts';
import { type DataFile, groupBy, jsonFile } from './dataFile.ts';

/** A headline on its way into lists: where it is ordered, and its JSON as every list holds it. */
export type Row = { readonly date: string; readonly address: string; readonly json: string };

/** A stream of headlines, newest first. The stream of all posts has an empty slug. */
export type Stream = {
  readonly kind: StreamKind;
  readonly slug: string;
  readonly name: string;
  readonly rows: readonly Row[];
};

const MAX_LEAF = 150;

/**
 * A stream's head and periods. A period of more than 150 headlines is divided: a year into months, those into days,
 * hours, then by digits of the address hash. What a period holds depends on its own posts only.
 */
export function* streamFiles(stream: Stream): Generator<DataFile> {
  const years = byPeriod(stream.rows, 0);
  for (const [period, rows] of years) yield* periodFiles(stream, period, rows, 0);
  const head = {
    format: FORMAT,
    kind: stream.kind,
    slug: stream.slug,
    name: stream.name,
    count: stream.rows.length,
    years: counts(years),
  };
  yield withRows(headFile(stream.kind, stream.slug), head, 'newest', stream.rows.slice(0, NEWEST_COUNT));
}

/** A data file of some fields and, last, a list of headlines whose JSON is already there. */
export function withRows(path: string, fields: object, name: string, rows: readonly Row[]): DataFile {
  const open = JSON.stringify(fields).slice(0, -1);
  return { path, bytes: Buffer.from(`${open},${JSON.stringify(name)}:[${rows.map(({ json }) => json).join(',')}]}`) };
}

function* periodFiles(stream: Stream, period: string, rows: readonly Row[], level: number): Generator<DataFile> {
  const path = periodFile(stream.kind, stream.slug, period);
  const parts = rows.length > MAX_LEAF ? byPeriod(rows, level + 1) : null;
  // Past the last digit of the hash only posts at one address are left, and there are none.
  if (parts === null || parts.has('')) yield withRows(path, { format: FORMAT, period }, 'headlines', rows);
  else {
    for (const [part, partRows] of parts) yield* periodFiles(stream, part, partRows, level + 1);
    yield jsonFile(path, { format: FORMAT, period, parts: counts(parts) });
  }
}

function byPeriod(rows: readonly Row[], level: number): Map<string, Row[]> {
  return groupBy(rows, ({ date, address }) => periodAt(date, address, level));
}

// The common levels are cut from the date; the address is hashed only where an hour is divided.
function periodAt(date: string, address: string, level: number): string {
  const length = [4, 7, 10, 13][level];
  return length === undefined ? (periodsOf(date, address)[level] ?? '') : date.slice(0, length);
}

function counts(periods: ReadonlyMap<string, readonly Row[]>): readonly PeriodCount[] {
  return [...periods].map(([period, { length }]) => ({ period, count: length }));
}
