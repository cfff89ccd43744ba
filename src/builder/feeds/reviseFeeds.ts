import type { StreamHead } from '#shared/archive.ts';
import { headFile, streamPath } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { type DataFiles, readJson } from '#builder/files/dataFile.ts';
import type { SiteWriter } from '#builder/files/SiteWriter.ts';
import type { StreamNames } from '#builder/files/StreamNames.ts';
import type { Ledger } from '#builder/ledger/Ledger.ts';
import { mapField, textField } from '#builder/post/value.ts';
import type { Site } from '#builder/site.ts';
import type { Touched } from '#builder/Touched.ts';
import { absoluteUrl, originOf, permanentId } from '#builder/siteUrl.ts';
import { atomFeed } from './atomFeed.ts';
import type { Feed } from './feed.ts';
import { shortEntry, wholeEntry } from './feedEntries.ts';
import { feedList } from './feedList.ts';
import { FEED_LIST, type FeedKind, fileAt, JSON_FEED, SITE_FEED, streamFeedPath } from './feedPaths.ts';
import { type FeedSettings, feedSettings } from './feedSettings.ts';
import { jsonFeed } from './jsonFeed.ts';
import { newestPosts } from './newestPosts.ts';

/** What feeds are made of, once days and lists are in place. */
export type FeedRun = {
  readonly site: Site;
  readonly files: DataFiles;
  readonly ledger: Pick<Ledger, 'day'>;
  readonly names: Pick<StreamNames, 'largest'>;
  readonly touched: Pick<Touched, 'streams'>;
  readonly writer: Pick<SiteWriter, 'put' | 'remove'>;
};

/** Brings the feeds up to date: that of all posts, those of the streams that were touched, and the list of all. */
export function reviseFeeds(run: FeedRun): void {
  const { site, names, writer, touched } = run;
  const settings = feedSettings(site);
  reviseSiteFeed(settings, run);
  for (const { kind, slug } of touched.streams)
    if (kind === 'category' || kind === 'tag') reviseStreamFeed(kind, slug, settings, run);
  if (originOf(site) === '') return; // Addresses without a host are of no use in a list that is taken elsewhere.
  const list = feedList(site, { category: names.largest('category'), tag: names.largest('tag') });
  writer.put(fileAt(FEED_LIST), list);
}

function reviseSiteFeed({ count, isShort, copies }: FeedSettings, { site, writer, ...sources }: FeedRun): void {
  const posts = newestPosts(count, sources);
  const feed = {
    ...commonOf(site),
    page: absoluteUrl('/', site),
    title: site.title,
    ...(site.description !== undefined && { subtitle: site.description }),
    entries: posts.map(({ note, article }) => wholeEntry({ note, article: isShort ? null : article }, site)),
  };
  for (const address of [SITE_FEED, ...copies]) writer.put(fileAt(address), atomFeed(feedAt(address, feed, site)));
  writer.put(fileAt(JSON_FEED), jsonFeed(feed, absoluteUrl(JSON_FEED, site)));
}

function reviseStreamFeed(
  kind: FeedKind,
  slug: string,
  { copiesOf }: FeedSettings,
  { site, files, writer }: FeedRun,
): void {
  const head = readJson<StreamHead>(files, headFile(kind, slug));
  const addresses = [streamFeedPath(kind, slug), ...copiesOf(kind, slug)];
  if (head === null) {
    for (const address of addresses) writer.remove(fileAt(address));
    return;
  }
  const feed = {
    ...commonOf(site),
    page: absoluteUrl(streamPath(kind, slug), site),
    title: `${head.name} · ${site.title}`,
    entries: head.newest.map((headline) => shortEntry(headline, site)),
  };
  for (const address of addresses) writer.put(fileAt(address), atomFeed(feedAt(address, feed, site)));
}

/** A feed at one of its addresses, which is its name too, as jekyll-feed has it. */
function feedAt(address: Address, feed: Omit<Feed, 'id' | 'self'>, site: Site): Feed {
  return { ...feed, id: permanentId(address, site), self: absoluteUrl(address, site) };
}

function commonOf({ config, title, lang }: Site): Pick<Feed, 'author' | 'lang'> {
  const author = textField(config, 'author') ?? textField(mapField(config, 'author'), 'name') ?? title;
  return { author, ...(lang !== undefined && { lang }) };
}
