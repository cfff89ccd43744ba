import { sep } from 'node:path';

/** The site folder cannot be written; the message names the file. */
export class WriteError extends Error {}

/** Where the builder's own notes lie in the site folder. */
export const NOTES_FOLDER = '.broadsheet';

/** Where files wait. */
export const STAGE_FOLDER = `${NOTES_FOLDER}/new`;

/** What was done to the site and should be listed, until the list is handed over. */
export const UNLISTED_FILE = `${NOTES_FOLDER}/unlisted`;

/** There while a full publish is under way, and after one that did not end. */
export const FRESH_MARK = `${NOTES_FOLDER}/full`;

export const UNTOUCHED = 'The site is as it was; free space or correct the permissions.';
export const HALF_DONE = 'Some of its files are new already; correct the cause and publish again.';

/** Runs what may fail on the disk, and names the path and the remedy when it does. */
export function guard<T>(path: string, remedy: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    if (cause instanceof WriteError) throw cause;
    throw new WriteError(`${path}: cannot be written (${String(cause)}). ${remedy}`, { cause });
  }
}

/** What the system says of something in a site folder, as a `WriteError`; any other cause as it is. */
export function asWriteError(cause: unknown, out: string): unknown {
  const path = cause instanceof Error && 'path' in cause ? String(cause.path) : '';
  const isInside = path === out || path.startsWith(`${out}${sep}`);
  return isInside ? new WriteError(`${path}: cannot be used (${String(cause)}). ${UNTOUCHED}`, { cause }) : cause;
}

/** The code of a system error, `ENOENT`; undefined for any other. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
