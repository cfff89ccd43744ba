import picomatch from 'picomatch';
import { isDay } from '#shared/days.ts';
import type { Site } from '#builder/site.ts';

/** A folder as Jekyll sees it: an ordinary one, one of or below a post folder, one of drafts. */
export type FolderRole =
  | { readonly kind: 'folder' | 'drafts' }
  | { readonly kind: 'posts' /** The outermost post folder it lies in. */; readonly root: string };

/** What a file is for: `undated` ones Jekyll passes over for want of a date, although the settings know their number. */
export type FileRole = { readonly kind: 'post' | 'other' | 'draft' } | SkippedRole;
type SkippedRole = { readonly kind: 'skipped'; readonly reason: string; readonly isUndated: boolean };

/** Which folders are entered, and what their files are for, by their names. Null: passed over without a word. */
export type FolderRules = {
  readonly folder: (path: string, parent: FolderRole) => FolderRole | null;
  readonly file: (path: string, parent: FolderRole) => FileRole | null;
};

/** The folder that all others lie in. */
export const TOP: FolderRole = { kind: 'folder' };

const DATED_NAME = /^(?:.+\/)?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^./]+$/;
// Jekyll 4.3, Configuration::DEFAULT_EXCLUDES.
const DEFAULT_EXCLUDES = [
  ...['.sass-cache', '.jekyll-cache', 'gemfiles', 'Gemfile', 'Gemfile.lock', 'node_modules'],
  ...['vendor/bundle/', 'vendor/cache/', 'vendor/gems/', 'vendor/ruby/'],
];

/**
 * The rules of a site's folder. Post folders (`_posts` at any depth, or those the settings name) are read as Jekyll
 * reads them: names that begin with `.`, `_`, `#` or `~` or end in `~` do not count.
 */
export function folderRules(site: Site): FolderRules {
  const isExcluded = excluder(site);
  const postFolders = new Set(site.settings.folders);
  const postRoot = site.collectionsDir === '' ? '' : `${site.collectionsDir}/`;
  return {
    folder: (path, parent) => {
      const name = nameOf(path);
      if (parent.kind === 'posts') return name.startsWith('.') ? null : parent;
      if (parent.kind === 'drafts') return parent;
      const isPostFolder = postFolders.has(name) || postFolders.has(path);
      if (isPostFolder && path.startsWith(postRoot)) return { kind: 'posts', root: path };
      if (name === '_drafts') return { kind: 'drafts' };
      return isSpecial(name) || isExcluded(`${path}/`) ? null : TOP;
    },
    file: (path, parent) => {
      const name = nameOf(path);
      if (parent.kind === 'drafts') return isSpecial(name) ? null : { kind: 'draft' };
      if (parent.kind !== 'posts') return isSpecial(name) || isExcluded(path) ? null : { kind: 'other' };
      const inside = path.slice(parent.root.length + 1);
      if (isSpecial(inside) || isSpecial(name)) return skipped('special or backup name');
      if (isExcluded(path)) return skipped('excluded');
      if (DATED_NAME.test(inside)) return { kind: 'post' };
      const isUndated = beginsWithDay(site.settings.twin?.exec(stemOf(name))?.[1]);
      return { ...skipped('file name has no date, slug or extension'), isUndated };
    },
  };
}

function skipped(reason: string): SkippedRole {
  return { kind: 'skipped', reason, isUndated: false };
}

/** A file's name without folders and ending. */
export function stemOf(path: string): string {
  return nameOf(path).replace(/\.[^.]+$/, '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function beginsWithDay(key: string | undefined): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(key ?? '') ?? [];
  return isDay(`${year}-${month}-${day}`);
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
