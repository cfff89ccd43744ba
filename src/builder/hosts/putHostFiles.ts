import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '#builder/ledger/Ledger.ts';
import type { Redirect } from '#builder/ledger/RedirectNotes.ts';
import type { PublishOptions, PublishRun } from '#builder/PublishRun.ts';
import { apartFromFiles } from './apartFromFiles.ts';
import type { Host } from './Host.ts';
import { HOSTS } from './hosts.ts';

/** Old addresses that a host may be told of, the newest first, and how many there are in all. */
export type OldAddresses = { readonly newest: readonly Redirect[]; readonly count: number };

/** The old addresses that the host of a publish can take. Throws `DamagedSiteError`. */
export function oldAddresses({ redirects }: Ledger, { host }: PublishOptions): OldAddresses {
  const { maxRedirects } = hostOf(host);
  return { newest: redirects.newest(maxRedirects).slice(0, maxRedirects), count: redirects.count };
}

/** The paths of files that a publish for this host writes for it. */
export function hostPaths(host: PublishOptions['host']): readonly string[] {
  return hostOf(host).paths;
}

/**
 * Puts what the host of a publish reads. A file of the same name that no publish put is somebody's work: it stays, as a
 * problem. Reports what the host cannot take, and what of the Jekyll folder it will not get.
 */
export function putHostFiles(
  { options, site, writer, report }: PublishRun,
  { policy, redirects }: { readonly policy: string; readonly redirects: OldAddresses },
): void {
  const host = hostOf(options.host);
  const { free, shadowed } = apartFromFiles(redirects.newest, [...host.paths, ...writer.beside]);
  const { files, redirects: told } = host.filesFor({ base: site.base, policy, redirects: free });
  const { isOurs = isMarked } = host;
  for (const { path, text } of files) {
    const bytes = Buffer.from(text);
    const there = writer.wasPut(path) ? null : writer.readBefore(path);
    if (there === null || there.equals(bytes) || isOurs(there.toString('utf8'))) writer.put(path, bytes);
    else report.add({ kind: 'file', file: path, found: NOT_OURS, remedy: `${LEFT} Remove it to have it written.` });
    // Names that Jekyll passes over are among no files that might be copied.
    if (/^[._]/.test(path) && existsSync(join(options.folder, path)))
      report.leftOut.push({ file: path, found: 'a file that is written for the host', remedy: OWN_REMEDY });
  }
  const [file = ''] = host.paths.slice(-1);
  const untold = redirects.count - told - shadowed.length;
  if (shadowed.length > 0) report.leftOut.push({ file, found: areFiles(shadowed), remedy: FILES_FIRST });
  if (host.maxRedirects > 0 && untold > 0)
    report.leftOut.push({ file, found: tooMany(untold), remedy: READER_REDIRECTS });
}

function isMarked(text: string): boolean {
  return text.includes('# Written by broadsheet publish.');
}

const NOT_OURS = 'is in the site folder, and no publish wrote it';
const LEFT = 'It was left as it is.';
const OWN_REMEDY = 'It was not copied; publish with --host plain and put your own beside the site.';
const READER_REDIRECTS = 'Nothing is lost: the reader leads on from them.';

const FILES_FIRST = 'The files are served there; take them out of redirect_from.';

function areFiles([first = '', ...more]: readonly string[]): string {
  return `redirect_from ${first}${more.length > 0 ? ` and ${more.length} more` : ''}: files of the site lie there`;
}

function tooMany(count: number): string {
  return `${count} old addresses have no room there, or cannot be written`;
}

function hostOf(host: PublishOptions['host']): Host {
  return HOSTS[host ?? 'plain'];
}
