import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, UNTOUCHED, WriteError } from './WriteError.ts';

// The names that publishes give to data files. What else lies there is not ours.
const OWN: readonly RegExp[] = [
  /^data\/posts\/[0-9a-f]{2}\/[0-9a-f]{64}$/,
  /^data\/days\/\d{4}\/\d\d\/\d\d(?:\/[0-9a-f])?\.json$/,
  /^data\/links\/[0-9a-f]{2}(?:\/[0-9a-f]{2})?\.json$/,
  /^data\/streams\/(?:all|(?:category|tag|source)\/[~a-z0-9-]{1,60})\/(?:head|\d{4}[-\dT~a-f]*)\.json$/,
  /^data\/calendar\/\d{4}\.json$/,
  /^data\/(?:manifest|front|categories|tags|sources)\.json$/,
];

/** Whether a path is one that only a publish gives. */
export function isOwnData(path: string): boolean {
  return OWN.some((pattern) => pattern.test(path));
}

/** The data files in a site folder, of this generation and earlier ones. Throws `WriteError` for what cannot be listed. */
export function* ownDataIn(out: string, folder = 'data'): Generator<string> {
  for (const child of childrenOf(join(out, folder))) {
    const path = `${folder}/${child.name}`;
    if (child.isDirectory()) yield* ownDataIn(out, path);
    else if (isOwnData(path)) yield path;
  }
}

/** What a folder holds, nothing where there is none. Throws `WriteError` when it cannot be listed. */
export function childrenOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '')) return [];
    throw new WriteError(`${folder}: cannot be listed (${String(cause)}). ${UNTOUCHED}`, { cause });
  }
}
