import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '#builder/site.ts';
import { type FileRole, type FolderRole, folderRules, TOP } from './folderRules.ts';

/** What a path is for, and whether a plain file is there that a walk would find. */
export type Classified = { readonly role: FileRole | null; readonly isThere: boolean };

/**
 * Tells of single paths, without walking, what `scanFolder` would say of them. Folders are looked at once.
 */
export function pathClassifier(folder: string, site: Site, outFolder: string | null): (path: string) => Classified {
  const rules = folderRules(site);
  const roles = new Map<string, FolderRole | null>([['', TOP]]);
  const reachable = new Map<string, boolean>([['', true]]);
  const out = outFolder === null ? null : realPath(outFolder);
  const roleOf = (path: string): FolderRole | null =>
    remember(roles, path, () => {
      const parent = roleOf(parentOf(path));
      return parent && rules.folder(path, parent);
    });
  const isReachable = (path: string): boolean =>
    remember(reachable, path, () => {
      const absolute = join(folder, path);
      const isFolder = statsOf(absolute)?.isDirectory() ?? false;
      return isReachable(parentOf(path)) && isFolder && (out === null || realPath(absolute) !== out);
    });
  return (path) => {
    const parent = parentOf(path);
    const parentRole = roleOf(parent);
    const isThere = parentRole !== null && isReachable(parent) && (statsOf(join(folder, path))?.isFile() ?? false);
    return { role: parentRole && rules.file(path, parentRole), isThere };
  };
}

function remember<T>(known: Map<string, T>, path: string, find: () => T): T {
  let value = known.get(path);
  if (value === undefined) known.set(path, (value = find()));
  return value;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // A file stands where a folder of the path should be.
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // It is not there.
  }
}
