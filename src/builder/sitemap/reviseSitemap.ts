import type { NamedKind } from '#shared/archive.ts';
import { ARCHIVE_PATH, directoryPath, foldAddress, streamPath } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { ROBOTS_FILE } from '#builder/feeds/feedPaths.ts';
import { daysOfYear, postedYears } from '#builder/feeds/postedDays.ts';
import type { DataFiles } from '#builder/files/dataFile.ts';
import type { SiteWriter } from '#builder/files/SiteWriter.ts';
import type { StreamNames } from '#builder/files/StreamNames.ts';
import type { Ledger } from '#builder/ledger/Ledger.ts';
import { compareText } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import type { Touched } from '#builder/Touched.ts';
import { absoluteUrl, originOf } from '#builder/siteUrl.ts';
import { isShardFile, MAX_ADDRESSES, type Shard, shardFile, shardsOfYear } from './shards.ts';
import { robotsFile, sitemapFile, sitemapIndex } from './sitemapFiles.ts';

/** What the sitemap is made of, once days and lists are in place. */
export type SitemapRun = {
  readonly site: Site;
  readonly files: DataFiles;
  readonly ledger: Pick<Ledger, 'day' | 'file' | 'saveDays'>;
  readonly names: Pick<StreamNames, 'largest'>;
  readonly touched: Pick<Touched, 'days'>;
  readonly writer: Pick<SiteWriter, 'put' | 'remove' | 'beside'>;
};

const INDEX = 'sitemap.xml';

/**
 * Brings the sitemap and `robots.txt` up to date. Of the posts, only those are looked at that share a file with one of a
 * touched day. `taken` are the folded addresses of screens that posts have instead. Without the site's URL there is no
 * sitemap, since it could name nothing.
 */
export function reviseSitemap(run: SitemapRun, taken: readonly Address[]): void {
  const { site, writer, ledger } = run;
  const hasUrl = originOf(site) !== '';
  // A publisher's own is copied, and stays.
  if (!ledger.file(ROBOTS_FILE)?.isCopied)
    writer.put(ROBOTS_FILE, robotsFile(hasUrl ? absoluteUrl(`/${INDEX}`, site) : null));
  if (!hasUrl) return;
  const files = [...putScreens(run, taken), ...revisePosts(run)];
  const isListed = new Set(files);
  for (const path of writer.beside) if (isShardFile(path) && !isListed.has(path)) writer.remove(path);
  writer.put(INDEX, sitemapIndex(files.slice(0, MAX_ADDRESSES).map((file) => absoluteUrl(`/${file}`, site))));
}

/** Puts the sitemap's files of touched days and those that are not there yet. Answers with all, newest first. */
function revisePosts({ site, files, ledger, touched, writer }: SitemapRun): readonly string[] {
  const there = new Set(writer.beside.filter(isShardFile));
  const periods = new Set([...touched.days.keys()].flatMap((day) => [day, day.slice(0, 7), day.slice(0, 4)]));
  const shards = postedYears(files).flatMap((year) => shardsOfYear(year, daysOfYear(year, files)));
  for (const shard of shards) {
    if (there.has(shard.file) && !periods.has(shard.period)) continue;
    writer.put(shard.file, shardBytes(shard, ledger, site));
    ledger.saveDays(); // It forgets the days that were read, of which a full publish has all.
  }
  return shards.map(({ file }) => file);
}

function shardBytes({ days, skip }: Shard, ledger: SitemapRun['ledger'], site: Site): Buffer {
  const posts = days.flatMap((day) => ledger.day(day)?.posts ?? []).slice(skip, skip + MAX_ADDRESSES);
  return sitemapFile(posts.map(({ address, date }) => ({ url: absoluteUrl(address, site), date })));
}

const KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];

/** Puts the files of all that is no post. It changes only when a stream comes or goes. */
function putScreens({ site, names, writer }: SitemapRun, taken: readonly Address[]): readonly string[] {
  const isTaken = new Set(taken);
  const streams = KINDS.flatMap((kind) => {
    const slugs = names.largest(kind).map(({ slug }) => slug);
    return slugs.toSorted(compareText).map((slug) => streamPath(kind, slug));
  });
  const addresses = ['/', ...KINDS.map(directoryPath), ARCHIVE_PATH, ...streams];
  const urls = addresses.filter((address) => !isTaken.has(foldAddress(address))).map((each) => absoluteUrl(each, site));
  return Array.from({ length: Math.ceil(urls.length / MAX_ADDRESSES) }, (_part, part) => {
    const file = shardFile('screens', part);
    const ofPart = urls.slice(part * MAX_ADDRESSES, (part + 1) * MAX_ADDRESSES);
    writer.put(file, sitemapFile(ofPart.map((url) => ({ url }))));
    return file;
  });
}
