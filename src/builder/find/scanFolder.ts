import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText, type Report } from '#builder/report.ts';
import { SourceError } from '#builder/SourceError.ts';
import type { Site } from '#builder/site.ts';
import { type FolderRole, type FolderRules, folderRules, TOP } from './folderRules.ts';

/** The files of a Jekyll folder, as paths relative to it, with forward slashes, in code-unit order. */
export type Found = {
  /** Files of post folders whose name Jekyll accepts. */
  readonly posts: readonly string[];
  /** Files of post folders that Jekyll passes over for want of a date, although the settings know their number. */
  readonly undated: readonly string[];
  /** Files outside underscore folders, which may be copied. */
  readonly others: readonly string[];
};

/** What a walk never enters, and whom it tells of what it finds. */
export type Scan = {
  readonly out: string | null;
  readonly report: Report;
  /** Told, now and then, how many files were found. */
  readonly onFound?: ((files: number) => void) | undefined;
};

/**
 * Walks a Jekyll folder by its rules. Links are not followed. What is passed over among the posts stands in the report.
 * `out` is never entered. A folder that cannot be listed is reported; when it is the outermost, `SourceError` is
 * thrown.
 */
export function scanFolder(folder: string, site: Site, { out, report, onFound }: Scan): Found {
  const walk: Walk = {
    folder,
    outFolder: out === null ? null : resolved(out),
    rules: folderRules(site),
    posts: [],
    undated: [],
    others: [],
    report,
    onFound,
    files: 0,
  };
  walkFolder('', TOP, walk);
  return {
    posts: walk.posts.toSorted(compareText),
    undated: walk.undated.toSorted(compareText),
    others: walk.others.toSorted(compareText),
  };
}

type Walk = {
  readonly folder: string;
  readonly outFolder: string | null;
  readonly rules: FolderRules;
  readonly posts: string[];
  readonly undated: string[];
  readonly others: string[];
  readonly report: Report;
  readonly onFound: Scan['onFound'];
  files: number;
};

// Few enough that on a slow disk, too, one sees that it goes on.
const FILES_AT_ONCE = 200;

function walkFolder(path: string, role: FolderRole, walk: Walk): void {
  for (const child of children(path, walk)) {
    const childPath = path === '' ? child.name : `${path}/${child.name}`;
    if (++walk.files % FILES_AT_ONCE === 0) walk.onFound?.(walk.files);
    if (child.isFile()) keepFile(childPath, role, walk);
    else if (role.kind === 'posts') tellOfOther(child, childPath, { role, walk });
    if (!child.isDirectory()) continue;
    const childRole = walk.rules.folder(childPath, role);
    if (childRole) walkFolder(childPath, childRole, walk);
  }
}

/** What has a post's name and is none would be missed without a word. */
function tellOfOther(child: Dirent, path: string, { role, walk }: { role: FolderRole; walk: Walk }): void {
  const isFolder = child.isDirectory();
  if (!isFolder) walk.report.skipped.push({ path, reason: 'not a plain file' });
  if (walk.rules.file(path, role)?.kind !== 'post') return;
  const found = isFolder ? 'a folder with the name of a post' : 'a link, pipe or socket, no plain file';
  walk.report.add({ kind: 'file', file: path, found, remedy: 'It was left out; put a plain file in its place.' });
}

function keepFile(path: string, parent: FolderRole, { rules, posts, undated, others, report }: Walk): void {
  const role = rules.file(path, parent);
  if (role?.kind === 'post') posts.push(path);
  else if (role?.kind === 'other') others.push(path);
  else if (role?.kind === 'draft') report.leftOut.push({ file: path, found: 'a draft', remedy: DRAFT_REMEDY });
  else if (role?.kind === 'skipped') {
    report.skipped.push({ path, reason: role.reason });
    if (role.isUndated) undated.push(path);
  }
}

const DRAFT_REMEDY = 'Drafts are not published; give it a date and move it among the posts.';

function children(path: string, walk: Walk): readonly Dirent[] {
  const absolute = join(walk.folder, path);
  if (walk.outFolder !== null && path !== '' && resolved(absolute) === walk.outFolder) return [];
  try {
    return readdirSync(absolute, { withFileTypes: true });
  } catch (cause) {
    if (path === '') throw unreadable(walk.folder, cause);
    walk.report.addUnread(path, cause);
    return [];
  }
}

function unreadable(folder: string, cause: unknown): SourceError {
  const remedy = 'Check that it is there and its permissions; the site was left as it is.';
  return new SourceError(`${folder}: cannot be read (${String(cause)}). ${remedy}`, { cause });
}

function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // It does not exist yet, so nothing can lie in it.
  }
}

/** Whether a folder lies in another or is it. */
export function isInside(inner: string, outer: string): boolean {
  const way = relative(resolved(outer), resolved(inner));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}
