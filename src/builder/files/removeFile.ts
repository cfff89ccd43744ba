import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, guard, HALF_DONE } from './WriteError.ts';

/** Removes a file and the folders that it leaves empty. What is gone, or has become a folder, is left alone. */
export function removeFile(out: string, path: string): void {
  guard(join(out, path), HALF_DONE, () => {
    try {
      unlinkSync(join(out, path));
    } catch (cause) {
      if (!['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '') && !lstatSync(join(out, path)).isDirectory())
        throw cause;
    }
  });
  for (const folder of foldersOf(path)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      return; // Not empty: something else lives here.
    }
  }
}

/** The folders a path lies in, the innermost first. */
export function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_name, index) => names.slice(0, names.length - index).join('/'));
}
