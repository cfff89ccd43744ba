import { readFileSync, statSync } from 'node:fs';
import { codeOf, UNTOUCHED, WriteError } from './WriteError.ts';

/** What a file of the site folder holds until now, or null when there is none. Throws `WriteError` when it cannot be read. */
export function readBefore(path: string): Buffer | null {
  try {
    // A full publish asks for thousands of files that are not there, and to fail is ten times dearer than to look.
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : null;
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(cause) ?? '')) return null;
    throw new WriteError(`${path}: cannot be read (${String(cause)}). ${UNTOUCHED}`, { cause });
  }
}
