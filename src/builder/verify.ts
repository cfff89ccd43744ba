import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '#shared/archive.ts';
import { MANIFEST_FILE } from '#shared/paths.ts';
import { checkDays, checkLinks } from './files/checkDays.ts';
import { checkLists } from './files/checkLists.ts';
import { checkStreams } from './files/checkStreams.ts';
import { SiteCheck } from './files/SiteCheck.ts';
import type { Finding } from './report.ts';
import { UsageError } from './UsageError.ts';

/** What `verify` found. */
export type Verified = { readonly files: number; readonly articles: number; readonly problems: readonly Finding[] };

/**
 * Checks a published site: every headline leads to its day and stands in its streams, every day leads to its chunks,
 * every chunk has the hash of its name and the articles its day lists, every link leads to a day that knows it, and
 * the counts of front page, directories, calendars and streams agree. Throws `UsageError` for a folder that no publish has written to, and nothing on what it finds in one.
 */
export function verify(out: string, onProgress?: (files: number) => void): Verified {
  if (!existsSync(join(out, 'data')) && !existsSync(join(out, '.broadsheet')))
    throw new UsageError(`${out}: no site of Broadsheet's is here. Name the folder that publish wrote to.`);
  const check = new SiteCheck(join(out, 'data'), onProgress);
  check.look<Manifest, void>(MANIFEST_FILE, (manifest) => {
    checkStreams(check, manifest);
    checkLists(check, manifest);
    checkDays(check);
    checkLinks(check);
    if (check.articles !== manifest.count)
      check.fail(MANIFEST_FILE, `counts ${manifest.count} posts, its days hold ${check.articles}`);
  });
  return { files: check.files, articles: check.articles, problems: check.problems };
}
