import { relative, sep } from 'node:path';
import { reportFeeds } from './feeds/reportFeeds.ts';
import { isInside } from './find/scanFolder.ts';
import { refuseBase } from './hosts/refuseBase.ts';
import type { PublishOptions } from './PublishRun.ts';
import { refuseForeign } from './refuseForeign.ts';
import { Report } from './report.ts';
import { readSite, type Site } from './site.ts';
import { UsageError } from './UsageError.ts';

/** Reads the settings, and refuses folders that would be spoiled, and settings that the host cannot have. */
export function checkFolders(options: PublishOptions): { readonly site: Site; readonly report: Report } {
  const { folder, out } = options;
  if (isInside(folder, out))
    throw new UsageError(`${out}: the site folder must not contain the Jekyll folder ${folder}.`);
  const report = new Report();
  const site = readSite(folder, options, report);
  refuseBase(site, options.host);
  reportFeeds(site, report);
  refuseInsidePosts(folder, out, site);
  refuseForeign(out);
  return { site, report };
}

/** A site folder among the posts would be read as posts by the next publish. */
function refuseInsidePosts(folder: string, out: string, { settings }: Site): void {
  const inside = isInside(out, folder) ? relative(folder, out).split(sep) : [];
  if (inside.some((name) => settings.folders.includes(name)))
    throw new UsageError(`${out}: the site folder must not lie among the posts.`);
}
