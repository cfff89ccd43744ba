import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '#builder/site.ts';
import { codeOf } from '#builder/files/WriteError.ts';
import { type FileRole, type FolderRole, folderRules, TOP } from './folderRules.ts';

/**
 * What a path is for, and whether a plain file is there that a walk would find. Where the disk does not tell, `trouble`
 * says why: then it must not count as gone.
 */
export type Classified = { readonly role: FileRole | null; readonly isThere: boolean; readonly trouble?: unknown };

type Reach = { readonly is: boolean; readonly trouble?: unknown };
type Look = { readonly stats?: Stats | undefined; readonly trouble?: unknown };

/**
 * Tells of single paths, without walking, what `scanFolder` would say of them. Folders are looked at once.
 */
export function pathClassifier(folder: string, site: Site, outFolder: string | null): (path: string) => Classified {
  const rules = folderRules(site);
  const roles = new Map<string, FolderRole | null>([['', TOP]]);
  const reachable = new Map<string, Reach>([['', { is: true }]]);
  const out = outFolder === null ? null : realPath(outFolder);
  const roleOf = (path: string): FolderRole | null =>
    remember(roles, path, () => {
      const parent = roleOf(parentOf(path));
      return parent && rules.folder(path, parent);
    });
  const reach = (path: string): Reach =>
    remember(reachable, path, () => {
      const absolute = join(folder, path);
      const above = reach(parentOf(path));
      if (!above.is) return above;
      const { stats, trouble } = lookAt(absolute);
      return { is: (stats?.isDirectory() ?? false) && (out === null || realPath(absolute) !== out), trouble };
    });
  return (path) => {
    const parent = parentOf(path);
    const parentRole = roleOf(parent);
    if (parentRole === null) return { role: null, isThere: false };
    const role = rules.file(path, parentRole);
    const { is, trouble } = reach(parent);
    if (!is) return { role, isThere: false, trouble };
    const file = lookAt(join(folder, path));
    return { role, isThere: file.stats?.isFile() ?? false, trouble: file.trouble };
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

// Nothing of such a name is there; or a file stands where a folder of the path should be.
const GONE = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'];

function lookAt(path: string): Look {
  try {
    return { stats: lstatSync(path, { throwIfNoEntry: false }) };
  } catch (cause) {
    return GONE.includes(codeOf(cause) ?? '') ? {} : { trouble: cause };
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // It is not there.
  }
}
