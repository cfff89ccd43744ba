import { streamFeedPath } from '#builder/feeds/feedPaths.ts';
// What each kind of page is made of. Pure, but for the data files that are read.
import { type CalendarYear, type Directory, type Manifest, NEWEST_COUNT, type StreamHead } from '#shared/archive.ts';
import { longDate } from '#messages/format.ts';
import type { Messages } from '#messages/messages.ts';
import { ARCHIVE_PATH, dayPath, streamInAddress, streamPath } from '#shared/paths.ts';
import type { Article, Day } from '#shared/post.ts';
import type { PageJob } from './PageMaker.ts';
import type { PageFacts } from './pageHead.ts';
import { daysBeside, type PageState } from './pageState.ts';
import { type PageSite, partialManifest } from './partialManifest.ts';
import type { PlannedPage } from './planArticles.ts';

/** What a page tells of its directory at most: the largest. */
const MAX_LISTED = 500;

/** The page of an article. */
export function articleJob(article: Article, { post, newer, older }: PlannedPage, of: PageSite): PageJob {
  const { address, title } = article;
  const { digest, picture } = post.headline;
  const facts: PageFacts = {
    ...{ screen: 'article', address, name: title, description: article.digest ?? digest, article },
    picture,
  };
  const manifest = partialManifest(address, [article], of);
  return { facts, data: { manifest, article, neighbours: { newer, older } }, origin: post.path };
}

/** The page of a category, tag or source. */
export function streamJob(
  head: StreamHead & { readonly kind: Exclude<StreamHead['kind'], 'all'> },
  of: PageSite,
): PageJob {
  const { kind, slug, name, newest } = head;
  const address = streamPath(kind, slug);
  const feed = kind === 'source' ? undefined : streamFeedPath(kind, slug);
  return {
    facts: { screen: 'stream', address, name, feed, picture: undefined },
    // The screen asks for what its address says, which for a slug such as `..` is its key.
    data: {
      manifest: partialManifest(address, [...newest, ...ownCategory(head)], of),
      head: { ...head, slug: streamInAddress(address)?.slug ?? slug },
    },
  };
}

/** A category's page names the category, whatever its posts do. */
function ownCategory({ kind, slug }: StreamHead): readonly { readonly categories: readonly string[] }[] {
  return kind === 'category' ? [{ categories: [slug] }] : [];
}

/** The page of a day that has posts. */
export function dayJob(day: Day, state: PageState, { messages, ...of }: PageSite & { messages: Messages }): PageJob {
  const address = dayPath(day);
  const headlines = (state.note(day)?.posts ?? []).map(({ headline }) => headline);
  const newest = headlines.slice(-NEWEST_COUNT).toReversed();
  const manifest = partialManifest(address, newest, of);
  return {
    facts: { screen: 'day', address, name: longDate(day, messages) },
    data: { manifest, day: { day, count: headlines.length, newest, ...daysBeside(state, day) } },
  };
}

/** The front page. */
export function homeJob(manifest: Manifest): PageJob {
  return { facts: { screen: 'home', address: '/', name: manifest.site.title }, data: { manifest } };
}

/** The page of all categories, tags or sources. */
export function directoryJob(directory: Directory, address: string, { manifest, messages }: Whole): PageJob {
  const cut = { ...directory, streams: directory.streams.slice(0, MAX_LISTED) };
  const name = messages.directory[directory.kind];
  return { facts: { screen: 'directory', address, name }, data: { manifest, directory: cut } };
}

/** The page of all years. */
export function archiveJob(
  head: StreamHead,
  calendars: readonly CalendarYear[],
  { manifest, messages }: Whole,
): PageJob {
  const facts: PageFacts = { screen: 'archive', address: ARCHIVE_PATH, name: messages.archive };
  return { facts, data: { manifest, head, calendars } };
}

/** What screens of the whole archive are made of. */
export type Whole = { readonly manifest: Manifest; readonly messages: Messages };
