import { FORMAT } from '#shared/archive.ts';
import { DamagedSiteError } from './DamagedSiteError.ts';

/** A file below `data/`: its path there, with forward slashes, and what it holds. */
export type DataFile = { readonly path: string; readonly bytes: Buffer };

/**
 * The data files as this publish will leave them: what it put, else what the last one left. `read` answers null for a
 * file that is not there. A full publish sees only what it put itself.
 */
export type DataFiles = {
  readonly read: (path: string) => Buffer | null;
  readonly put: (file: DataFile) => void;
  readonly remove: (path: string) => void;
};

/** A value as a data file. Fields stand in the order they were written, so equal values give equal bytes. */
export function jsonFile(path: string, value: object): DataFile {
  return { path, bytes: Buffer.from(JSON.stringify(value)) };
}

/** What a JSON file of ours holds; null when it is not there. Throws `DamagedSiteError` when it is of another form. */
export function readJson<T extends { readonly format: number }>({ read }: DataFiles, path: string): T | null {
  const bytes = read(path);
  if (bytes === null) return null;
  try {
    const value = JSON.parse(bytes.toString('utf8')) as T; // A publish wrote it, of this format, as is checked next.
    if (value.format === FORMAT) return value;
  } catch (cause) {
    throw new DamagedSiteError(`data/${path} cannot be read (${String(cause)})`, { cause });
  }
  throw new DamagedSiteError(`data/${path} is of another format`);
}

/** Values by a key that each of them gives, in order of first appearance. */
export function groupBy<T, K>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
