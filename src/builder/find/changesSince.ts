import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Report } from '#builder/report.ts';
import { orReport } from './borrowOrReport.ts';
import { changesByScan, type ScanRun } from './changesByScan.ts';
import { gitDifference, type GitState } from './git.ts';
import { isInside } from './scanFolder.ts';

/** What tells of changes: a list, else what git knew at the last publish and knows now. */
export type Hints = {
  readonly listed?: readonly string[] | undefined;
  readonly last: GitState | null;
  readonly now: GitState | null;
  /** What could not be read by the last publish. */
  readonly unread?: readonly string[] | undefined;
};

/** The files that may have changed since the last publish, and a word to say where git was of no help. */
export type Changes = { readonly paths: readonly string[]; readonly notice?: string };

/**
 * Finds what changed: what a list tells, else the difference of two commits with the files that differ from them, else
 * by walking the folder. It is walked, too, when a folder can be listed that could not be: nobody saw what lies in it.
 */
export function changesSince({ listed, last, now, unread = [] }: Hints, scan: ScanRun): Changes {
  const changes = listed ? { paths: listed } : changesByGit({ last, now }, scan);
  if (changes.paths === undefined) return { ...changes, paths: changesByScan(scan) };
  if (!canListAgain(unread, scan)) return { paths: changes.paths };
  return { paths: [...new Set([...changes.paths, ...changesByScan(scan)])].toSorted() };
}

/**
 * The files that git tells of; without paths where it is of no help. Files that differ now or did then are always looked
 * at, since they may have changed without a commit.
 */
function changesByGit({ last, now }: Hints, scan: ScanRun): Partial<Changes> {
  if (!last || !now) return {};
  const committed = last.commit === now.commit ? [] : gitDifference(scan.folder, last.commit, now.commit);
  if (committed === null) return walked(`The last published commit, ${last.commit.slice(0, 12)}, is not known here`);
  const paths = [...new Set([...committed, ...last.dirty, ...now.dirty])].toSorted();
  const repository = paths.find((path) => isRepository(path, scan));
  return repository === undefined ? { paths } : walked(`${repository} is a repository of its own, and changed`);
}

function walked(why: string): Partial<Changes> {
  return { notice: `${why}: the folder was walked instead.` };
}

/** Whether a folder can be listed that could not be. Where none can, those that are there are reported. */
function canListAgain(unread: readonly string[], { folder, report }: ScanRun): boolean {
  const folders = unread.filter((path) => isFolder(join(folder, path)));
  const closed = new Report();
  const isListed = folders.map((path) => orReport(folder, path, { read: namesIn, report: closed }) !== null);
  if (isListed.includes(true)) return true; // The walk tells of the others.
  report.takeUnread(closed.unread);
  return false;
}

function namesIn(absolute: string): readonly string[] {
  return readdirSync(absolute);
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
