import { changesByScan, type ScanRun } from './changesByScan.ts';
import { gitDifference, type GitState } from './git.ts';

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
  if (committed !== null) return { paths: [...new Set([...committed, ...last.dirty, ...now.dirty])].toSorted() };
  const notice = `The last published commit, ${last.commit.slice(0, 12)}, is not known here: the folder was walked instead.`;
  return { paths: changesByScan(scan), notice };
}
