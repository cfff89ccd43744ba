import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { isDay } from '#shared/days.ts';
import { compareText, type Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';

/** The files of a Jekyll folder, as paths relative to it, with forward slashes, in code-unit order. */
export type Found = {
  /** Files of post folders whose name Jekyll accepts. */
  readonly posts: readonly string[];
  /** Files of post folders that Jekyll passes over for want of a date, although the settings know their number. */
  readonly undated: readonly string[];
  /** Files outside underscore folders, which may be copied. */
  readonly others: readonly string[];
};

const DATED_NAME = /^(?:.+\/)?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^./]+$/;
// Jekyll 4.3, Configuration::DEFAULT_EXCLUDES.
const DEFAULT_EXCLUDES = [
  ...['.sass-cache', '.jekyll-cache', 'gemfiles', 'Gemfile', 'Gemfile.lock', 'node_modules'],
  ...['vendor/bundle/', 'vendor/cache/', 'vendor/gems/', 'vendor/ruby/'],
];

/**
 * Walks a Jekyll folder. Post folders (`_posts` at any depth, or those the settings name) are read as Jekyll reads
 * them: names that begin with `.`, `_`, `#` or `~` or end in `~` do not count, nor do links. What is passed over there
 * stands in the report. `outFolder` is never entered.
 */
export function scanFolder(folder: string, site: Site, outFolder: string | null, report: Report): Found {
  const walk: Walk = {
    folder,
    outFolder: outFolder === null ? null : resolved(outFolder),
    postFolders: new Set(site.settings.folders),
    postRoot: site.collectionsDir === '' ? '' : `${site.collectionsDir}/`,
    isExcluded: excluder(site),
    twin: site.settings.twin,
    posts: [],
    undated: [],
    others: [],
    report,
  };
  walkFolder('', walk);
  return {
    posts: walk.posts.toSorted(compareText),
    undated: walk.undated.toSorted(compareText),
    others: walk.others.toSorted(compareText),
  };
}

type Walk = {
  readonly folder: string;
  readonly outFolder: string | null;
  readonly postFolders: ReadonlySet<string>;
  readonly postRoot: string;
  readonly isExcluded: (path: string) => boolean;
  readonly twin: RegExp | null;
  readonly posts: string[];
  readonly undated: string[];
  readonly others: string[];
  readonly report: Report;
};

function walkFolder(path: string, walk: Walk): void {
  for (const child of children(path, walk)) {
    const childPath = path === '' ? child.name : `${path}/${child.name}`;
    if (child.isDirectory()) {
      const isPostFolder = walk.postFolders.has(child.name) || walk.postFolders.has(childPath);
      if (isPostFolder && childPath.startsWith(walk.postRoot)) walkPosts(childPath, childPath, walk);
      else if (child.name === '_drafts') leaveDrafts(childPath, walk);
      else if (!isSpecial(child.name) && !walk.isExcluded(`${childPath}/`)) walkFolder(childPath, walk);
    } else if (child.isFile() && !isSpecial(child.name) && !walk.isExcluded(childPath)) walk.others.push(childPath);
  }
}

function walkPosts(path: string, postFolder: string, walk: Walk): void {
  for (const child of children(path, walk)) {
    const childPath = `${path}/${child.name}`;
    const inside = childPath.slice(postFolder.length + 1);
    if (child.isDirectory()) {
      if (!child.name.startsWith('.')) walkPosts(childPath, postFolder, walk);
    } else if (!child.isFile()) skip(childPath, 'not a plain file', walk);
    else if (isSpecial(inside) || isSpecial(child.name)) skip(childPath, 'special or backup name', walk);
    else if (walk.isExcluded(childPath)) skip(childPath, 'excluded', walk);
    else if (!DATED_NAME.test(inside)) {
      skip(childPath, 'file name has no date, slug or extension', walk);
      if (beginsWithDay(walk.twin?.exec(stemOf(child.name))?.[1])) walk.undated.push(childPath);
    } else walk.posts.push(childPath);
  }
}

function leaveDrafts(path: string, walk: Walk): void {
  const remedy = 'Drafts are not published; give it a date and move it among the posts.';
  for (const child of children(path, walk)) {
    const file = `${path}/${child.name}`;
    if (child.isDirectory()) leaveDrafts(file, walk);
    else if (!isSpecial(child.name)) walk.report.leftOut.push({ file, found: 'a draft', remedy });
  }
}

/** A file's name without folders and ending. */
export function stemOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}

function beginsWithDay(key: string | undefined): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(key ?? '') ?? [];
  return isDay(`${year}-${month}-${day}`);
}

function children(path: string, walk: Walk): readonly Dirent[] {
  const absolute = join(walk.folder, path);
  if (walk.outFolder !== null && path !== '' && resolved(absolute) === walk.outFolder) return [];
  try {
    return readdirSync(absolute, { withFileTypes: true });
  } catch (cause) {
    if (path === '') throw cause;
    walk.report.add({
      kind: 'file',
      file: path,
      found: `folder cannot be read (${String(cause)})`,
      remedy: 'Check its permissions.',
    });
    return [];
  }
}

function skip(path: string, reason: string, { report }: Walk): void {
  report.skipped.push({ path, reason });
}

// Jekyll 4.3, EntryFilter: SPECIAL_LEADING_CHAR_REGEX and backup?.
function isSpecial(name: string): boolean {
  return /^[._#~]/.test(name) || name.endsWith('~');
}

/** Whether a path is excluded; that of a folder ends in a slash. Source: Jekyll 4.3, EntryFilter#filter. */
function excluder({ include, exclude }: Site): (path: string) => boolean {
  const [isIncluded, isExcluded] = [matcher(include), matcher([...DEFAULT_EXCLUDES, ...exclude])];
  return (path) => isExcluded(path) && !isIncluded(path);
}

/** A pattern matches what begins with its very text, or, as for Ruby's `File.fnmatch`, with stars that cross slashes. */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  const texts = patterns.map((pattern) => pattern.replace(/^\.?\/+/, '')).filter((pattern) => pattern !== '');
  const globs = texts.filter((text) => /[*?[]/.test(text)).map((text) => picomatch(text, FNMATCH));
  return (path) => {
    const bare = path.replace(/\/$/, '');
    return texts.some((text) => path.startsWith(text)) || globs.some((matches) => matches(bare));
  };
}

const FNMATCH = { bash: true, dot: true, nobrace: true, noextglob: true, nonegate: true } as const;

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
