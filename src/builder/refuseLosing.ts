import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedSiteError } from './files/DamagedSiteError.ts';
import { foldersOf } from './files/removeFile.ts';
import type { Ledger } from './ledger/Ledger.ts';
import type { Report } from './report.ts';
import { CONFIG_FILE } from './site.ts';
import { SourceError } from './SourceError.ts';

/** Of some files, folders and the settings, those that the site holds something of; null when that may be any. */
export type Holding = (paths: ReadonlySet<string>) => ReadonlySet<string> | null;

/**
 * Throws `SourceError` when something that is published, or may be, could not be read: what is left would be published
 * without it, as if it had been deleted. So it is with the settings, without which a site is another one.
 */
export function refuseLosing({ unread }: Pick<Report, 'unread'>, publishedOf: Holding): void {
  if (unread.length === 0) return;
  const published = publishedOf(new Set(unread.map(({ file }) => file)));
  const lost = published ? unread.filter(({ file }) => published.has(file)) : unread;
  const [first] = lost;
  if (first === undefined) return;
  const more = lost.length > 1 ? `, and ${lost.length - 1} more` : '';
  const [why, remedy] = reasonFor(first.file, published !== null);
  throw new SourceError(`${first.file}: ${first.found}${more}. ${why}, so the site was left as it is. ${remedy}`);
}

function reasonFor(file: string, isKnown: boolean): readonly [why: string, remedy: string] {
  if (file === CONFIG_FILE) return ['Without it the site would be another', 'Correct it, and publish again.'];
  const why = isKnown ? 'It is published' : 'It may be published, which no notes tell';
  return [why, 'Check its permissions and the disk, and publish again; delete it if it is to leave the site.'];
}

/** Throws `SourceError` when the Jekyll folder is no longer there: what was not found in it may not be gone. */
export function refuseVanished(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new SourceError(`${folder}: is gone, so the site was left as it is. Bring the folder back and publish again.`);
}

/** What the site in a folder holds. Without notes of the last publish, or with damaged ones, that may be anything. */
export function publishedIn(out: string, last: Ledger | null): Holding {
  if (last === null && !existsSync(join(out, 'data', 'manifest.json'))) return () => new Set();
  return (paths) => last && notedAmong(paths, last);
}

function notedAmong(paths: ReadonlySet<string>, last: Ledger): ReadonlySet<string> | null {
  const noted = new Set([CONFIG_FILE]);
  try {
    for (const [path, { day, isCopied }] of last.files())
      if (day !== undefined || isCopied) for (const at of [path, ...foldersOf(path)]) if (paths.has(at)) noted.add(at);
    return noted;
  } catch (cause) {
    if (cause instanceof DamagedSiteError) return null;
    throw cause;
  }
}
