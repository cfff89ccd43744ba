import { foldAddress, streamKey } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';

/** The kinds of streams that have feeds of their own. */
export type FeedKind = 'category' | 'tag';

/** What tells crawlers where they may go. A publisher's own is copied, and ours is written where there is none. */
export const ROBOTS_FILE = 'robots.txt';

/** The address of the Atom feed of all posts. */
export const SITE_FEED: Address = '/feed.xml';

/** The address of the JSON Feed of all posts. */
export const JSON_FEED: Address = '/feed.json';

/** The address of the list of all feeds, in OPML. */
export const FEED_LIST: Address = '/feeds.opml';

/** The address of the Atom feed of a category or tag: beside its page, or, where no folder can be called so, by its key. */
export function streamFeedPath(kind: FeedKind, slug: string): Address {
  const isName = FOLDER_NAME.test(slug) && Buffer.byteLength(slug) <= MAX_NAME_BYTES;
  return `/${kind}/${isName ? encodeURIComponent(slug) : streamKey(slug)}/feed.xml`;
}

// A folder that is called like a page would stand where a page may lie, and one with a dot first is hidden.
const FOLDER_NAME = /^(?!\.|.*\.html$)[^/\\\p{Cc}\p{Surrogate}]+$/u;
const MAX_NAME_BYTES = 200;

/** The file that a host gives for the address of a feed. */
export function fileAt(address: Address): string {
  return address.slice(1).split('/').map(decodeURIComponent).join('/');
}

/** Whether a path of the Jekyll folder is that of one of these files, or stands in the way of one. */
export function isFeedPlace(path: string, copies: Iterable<Address>): boolean {
  const folded = foldAddress(`/${path.split('/').map(encodeURIComponent).join('/')}`);
  if (OWN_PLACES.some((place) => place.test(folded))) return true;
  return [...copies].map(foldAddress).some((copy) => copy === folded || isAbove(copy, folded) || isAbove(folded, copy));
}

/** Whether a folded address is one of these, or lies below one. */
export function isFeedAddress(folded: string, copies: readonly Address[]): boolean {
  return copies.map(foldAddress).some((copy) => copy === folded || isAbove(copy, folded));
}

const OWN_PLACES = [
  /^\/(?:feed\.xml|feed\.json|feeds\.opml|sitemap(?:-[\w-]+)?\.xml)(?:\/|$)/,
  /^\/robots\.txt\//,
  /^\/(?:category|tag)(?:\/[^/]+(?:\/feed\.xml(?:\/.*)?)?)?$/,
];

function isAbove(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`);
}
