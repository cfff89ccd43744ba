import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import { SourceError } from '#builder/SourceError.ts';
import { statsOf } from './statsOf.ts';

/** Files of a folder, relative to it, and names in the list that lie elsewhere. */
export type ListedChanges = { readonly paths: readonly string[]; readonly outside: readonly string[] };

/**
 * The files that a list says have changed: a name a line, or parted by NUL as from `git diff -z`; relative to the folder,
 * or absolute. A folder stands for the files in it. A name that is not there is taken in both forms of Unicode, since
 * the list may come from a disk that spells it otherwise. Throws `SourceError` for a folder that cannot be listed.
 */
export function changesInList(text: string, folder: string): ListedChanges {
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/).map(unquoted);
  const paths = new Set<string>();
  const outside: string[] = [];
  for (const name of names.filter((each) => each !== '')) {
    const path = pathInside(name, folder);
    if (path === null) outside.push(name);
    else for (const file of filesAt(path, folder)) paths.add(file);
  }
  return { paths: [...paths].toSorted(), outside };
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

/** A name as it is: without `-z`, git puts one in quotes that has other characters than ASCII, its bytes as octal digits. */
function unquoted(name: string): string {
  const [, quoted] = /^"(.*)"$/s.exec(name) ?? [];
  if (quoted === undefined) return name;
  const bytes = [...quoted.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)].map(([all, octal, escaped]) => {
    if (octal !== undefined) return Buffer.of(Number.parseInt(octal, 8));
    return Buffer.from(escaped === undefined ? all : (ESCAPES[escaped] ?? escaped));
  });
  return Buffer.concat(bytes).toString();
}

function pathInside(name: string, folder: string): string | null {
  const path = isAbsolute(name) ? relativeTo(folder, name) : posix.normalize(name.replaceAll(sep, '/'));
  return path === '..' || path.startsWith('../') || isAbsolute(path) ? null : path;
}

/** A folder may be reached by a link, as `/tmp` is on macOS, and the list may name it by either way. */
function relativeTo(folder: string, name: string): string {
  const ways = [folder, realpathSync(folder)].map((way) => relative(way, name).replaceAll(sep, '/'));
  return ways.find((way) => !way.startsWith('..')) ?? '..';
}

function filesAt(path: string, folder: string): readonly string[] {
  const stats = statsOf(join(folder, path));
  if (stats === undefined) return [path, path.normalize('NFC'), path.normalize('NFD')];
  return stats.isDirectory() ? filesIn(path, folder) : [path];
}

/** Links are not followed: they may lead around for ever. */
function filesIn(path: string, folder: string): readonly string[] {
  return childrenOf(join(folder, path)).flatMap((child) => {
    const inside = posix.join(path, child.name);
    if (child.isDirectory()) return filesIn(inside, folder);
    return child.isFile() ? [inside] : [];
  });
}

function childrenOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new SourceError(`${folder}: cannot be read (${String(cause)}). ${REMEDY}`, { cause });
  }
}

const REMEDY = 'Check its permissions and the disk, or leave it out of the list; the site was left as it is.';
