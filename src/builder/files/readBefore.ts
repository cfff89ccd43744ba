import { readFileSync } from 'node:fs';
import { codeOf, WriteError } from './WriteError.ts';

/** What a file of the site folder holds until now, or null when there is none. Throws `WriteError` when it cannot be read. */
export function readBefore(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(cause) ?? '')) return null;
    throw new WriteError(`${path}: cannot be read (${String(cause)}).`, { cause });
  }
}
