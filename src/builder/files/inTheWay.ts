import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { foldersOf } from './removeFile.ts';
import { UNTOUCHED, WriteError } from './WriteError.ts';

/** Of files that go, those that stand where a folder of other paths must be, or in a folder where one of them must be. */
export function inTheWay(going: readonly string[], coming: readonly string[]): readonly string[] {
  if (going.length === 0) return [];
  const paths = new Set(coming);
  const folders = new Set(coming.flatMap(foldersOf));
  return going.filter((path) => folders.has(path) || foldersOf(path).some((folder) => paths.has(folder)));
}

/**
 * Throws `WriteError` when one of the paths cannot be put in place, even when `cleared` files are gone: a folder stands
 * there, or a file above it.
 */
export function refuseBlocked(out: string, paths: readonly string[], cleared: readonly string[]): void {
  for (const path of blockedPaths(out, paths, new Set(cleared)))
    throw new WriteError(`${join(out, path)}: something that no publish wrote is in its way. ${UNTOUCHED}`);
}

function* blockedPaths(out: string, paths: readonly string[], cleared: ReadonlySet<string>): Generator<string> {
  const known = new Map<string, boolean>();
  const isBlocking = (folder: string) => {
    let answer = known.get(folder);
    if (answer === undefined) known.set(folder, (answer = !cleared.has(folder) && kindOf(out, folder) === 'other'));
    return answer;
  };
  for (const path of paths)
    if (foldersOf(path).some(isBlocking) || (kindOf(out, path) === 'folder' && !isEmptied(out, path, cleared)))
      yield path;
}

function kindOf(out: string, path: string): 'folder' | 'other' | 'none' {
  try {
    const stats = lstatSync(join(out, path), { throwIfNoEntry: false });
    if (!stats || stats.isSymbolicLink()) return 'none'; // A link is followed, or replaced.
    return stats.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'none'; // A file stands above it, and is found by itself.
  }
}

/** Whether a folder and those in it hold nothing but files that are cleared. */
function isEmptied(out: string, folder: string, cleared: ReadonlySet<string>): boolean {
  return readdirSync(join(out, folder), { withFileTypes: true }).every((child) => {
    const path = `${folder}/${child.name}`;
    return child.isDirectory() ? isEmptied(out, path, cleared) : cleared.has(path);
  });
}
