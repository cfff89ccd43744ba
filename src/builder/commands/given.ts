// What a command is given from outside: folders, the time.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '#builder/UsageError.ts';

/** A folder's absolute path. Throws `UsageError` when there is none. */
export function existingFolder(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder}: no such folder.`);
  return resolve(folder);
}

/** Now, or `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/). Throws `UsageError`. */
export function nowMs(): number {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return Date.now();
  if (!/^\d{1,12}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH "${epoch}" is no number of seconds.`);
  return Number(epoch) * 1000;
}
