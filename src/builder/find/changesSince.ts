import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { changesByScan, type ScanRun } from './changesByScan.ts';
import { gitDifference, type GitState } from './git.ts';
import { isInside } from './scanFolder.ts';

/** What git knew at the last publish, and knows now. */
export type GitStates = { readonly last: GitState | null; readonly now: GitState | null };

/** The files that may have changed since the last publish, and a word to say where git was of no help. */
export type Changes = { readonly paths: readonly string[]; readonly notice?: string };

/**
 * Finds what changed: the difference of two commits with the files that differ from them, else by walking the folder.
 * Files that differ now or did then are always looked at, since they may have changed without a commit.
 */
export function changesSince({ last, now }: GitStates, scan: ScanRun): Changes {
  if (!last || !now) return { paths: changesByScan(scan) };
  const committed = last.commit === now.commit ? [] : gitDifference(scan.folder, last.commit, now.commit);
  if (committed === null)
    return walked(scan, `The last published commit, ${last.commit.slice(0, 12)}, is not known here`);
  const paths = [...new Set([...committed, ...last.dirty, ...now.dirty])].toSorted();
  const repository = paths.find((path) => isRepository(path, scan));
  if (repository === undefined) return { paths };
  return walked(scan, `${repository} is a repository of its own, and changed`);
}

function walked(scan: ScanRun, why: string): Changes {
  return { paths: changesByScan(scan), notice: `${why}: the folder was walked instead.` };
}

/** Of a repository within one, such as a submodule, git names the folder and not the files. The site may be one too. */
function isRepository(path: string, { folder, out }: ScanRun): boolean {
  const absolute = join(folder, path);
  return isFolder(absolute) && !isInside(absolute, out);
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false; // A file stands where a folder of the path was.
  }
}
