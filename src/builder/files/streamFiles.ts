import { FORMAT, type PeriodCount, type StreamKind } from '#shared/archive.ts';
import { periodFile, periodsOf } from '#shared/paths.ts';
import { type DataFile, groupBy, jsonFile } from './dataFile.ts';

/** A headline on its way into lists: where it is ordered, and its JSON as every list holds it. */
export type Row = { readonly date: string; readonly address: string; readonly json: string };

/** What tells one stream from another. The stream of all posts has an empty slug. */
export type StreamKey = { readonly kind: StreamKind; readonly slug: string };

/** How many headlines a period lists; one of more is divided. */
export const MAX_LEAF = 150;

/**
 * The files of a period, given all its rows, newest first. One of more than 150 headlines is divided: a year into
 * months, those into days, hours, then by digits of the address hash. What a period holds depends on its own posts only.
 * The parts come before the index that names them.
 */
export function* periodFiles(
  stream: StreamKey,
  period: string,
  { rows, level }: { readonly rows: readonly Row[]; readonly level: number },
): Generator<DataFile> {
  const path = periodFile(stream.kind, stream.slug, period);
  const parts = rows.length > MAX_LEAF ? byPeriod(rows, level + 1) : null;
  // Past the last digit of the hash only posts at one address are left, and there are none.
  if (parts === null || parts.has('')) yield withRows(path, { format: FORMAT, period }, 'headlines', rows);
  else {
    for (const [part, partRows] of parts) yield* periodFiles(stream, part, { rows: partRows, level: level + 1 });
    yield jsonFile(path, { format: FORMAT, period, parts: counts(parts) });
  }
}

/** A data file of some fields and, last, a list of headlines whose JSON is already there. */
export function withRows(path: string, fields: object, name: string, rows: readonly Row[]): DataFile {
  const open = JSON.stringify(fields).slice(0, -1);
  return { path, bytes: Buffer.from(`${open},${JSON.stringify(name)}:[${rows.map(({ json }) => json).join(',')}]}`) };
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
