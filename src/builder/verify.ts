import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '#shared/archive.ts';
import { MANIFEST_FILE } from '#shared/paths.ts';
import { NOTES_FOLDER } from './files/WriteError.ts';
import type { Finding } from './report.ts';
import { UsageError } from './UsageError.ts';
import { checkDays } from './verify/checkDays.ts';
import { checkFront } from './verify/checkFront.ts';
import { checkLinks } from './verify/checkLinks.ts';
import { checkPages } from './verify/checkPages.ts';
import { checkRest } from './verify/checkRest.ts';
import { checkShell } from './verify/checkShell.ts';
import { checkStreams } from './verify/checkStreams.ts';
import { PublishedSite } from './verify/PublishedSite.ts';
import { inData, type OnProgress, SiteCheck } from './verify/SiteCheck.ts';

/** What `verify` found. */
export type Verified = {
  readonly files: number;
  readonly articles: number;
  /** The first thousand. */
  readonly problems: readonly Finding[];
  readonly problemCount: number;
  /** Whether a publish was killed when all was written, so that the next run will finish it: what then lies there was checked. */
  readonly isUnfinished: boolean;
};

/**
 * Checks a published site: from the manifest every reference is followed, every file read once and its hash and place
 * checked, and what lists say is held against the articles. Memory does not grow with the archive beyond the paths of its
 * files. Changes nothing. Throws `UsageError` for a folder that no publish has written to, and nothing on what it finds in one.
 */
export function verify(out: string, onProgress?: OnProgress): Verified {
  if (!existsSync(join(out, 'data')) && !existsSync(join(out, NOTES_FOLDER)))
    throw new UsageError(`${out}: no site of Broadsheet's is here. Name the folder that publish wrote to.`);
  const site = new PublishedSite(out);
  const check = new SiteCheck(site, onProgress);
  check.look<Manifest, void>(inData(MANIFEST_FILE), (manifest) => {
    const told = checkDays(check, manifest);
    checkStreams(check, manifest, told);
    checkLinks(check, told);
    checkFront(check, manifest);
    checkShell(check);
    checkPages(check, manifest);
    checkRest(check, manifest);
  });
  const { files, articles, problems, problemCount } = check;
  return { files, articles, problems, problemCount, isUnfinished: site.isUnfinished };
}
