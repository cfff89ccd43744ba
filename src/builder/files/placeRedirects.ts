import { dayScreenInAddress, foldAddress, isReserved, isScreen, slugOf, streamPath } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import type { Post } from '#builder/post/readPost.ts';
import type { Report } from '#builder/report.ts';
import { asAddress } from './asAddress.ts';

/** What tells which old addresses no post may have, and where to report. */
export type RedirectRun = {
  readonly isFeed: (folded: string) => boolean;
  readonly isShown: (folded: string) => boolean;
  readonly report: Report;
};

/**
 * Which post each old address (`redirect_from`, folded) leads to. Of several posts that claim one the last has it, as
 * with Jekyll; one that belongs to a post, to a file of ours, to a day, or to another screen with something to show, is
 * left out. All are reported. `posts` come oldest first. `isFeed` tells where the settings want feeds, `isShown` which
 * other screens have something to show. A day is never asked: which of twins is shown, and so when, is settled later.
 */
export function placeRedirects(
  posts: readonly Post[],
  owners: ReadonlyMap<string, Post>,
  { isFeed, isShown, report }: RedirectRun,
): ReadonlyMap<string, Post> {
  const isOurScreen = (folded: string) => isScreen(folded) && (dayScreenInAddress(folded) !== null || isShown(folded));
  const isOurs = (folded: string) => isReserved(folded) || isFeed(folded) || isOurScreen(folded);
  const claimed = new Map<string, Post>();
  for (const post of posts.toReversed()) {
    for (const folded of redirectsOf(post)) {
      const other = owners.get(folded) ?? claimed.get(folded);
      if (other === undefined && !isOurs(folded)) claimed.set(folded, post);
      else if (other === undefined || !isSameArticle(other, post)) {
        const found = `redirect_from ${folded} belongs to ${other?.path ?? (isScreen(folded) ? 'a screen of the reader' : 'Broadsheet')}`;
        report.add({ kind: 'address', file: post.path, found, remedy: 'The redirect was left out; remove it.' });
      }
    }
  }
  return claimed;
}

/** Whether posts are one, or files of one article. */
export function isSameArticle(a: Post, b: Post): boolean {
  return a === b || (a.twin !== undefined && a.twin.key === b.twin?.key);
}

function redirectsOf(post: Post): readonly string[] {
  return post.redirectFrom.map((from) => foldAddress(asAddress(from)));
}

const ALWAYS_SHOWN = ['/categories', '/tags', '/sources', '/archive', '/search', '/saved', '/settings'];

/** The folded addresses of the screens that show something once these posts are published. */
export function screensOf(posts: readonly Post[]): ReadonlySet<string> {
  const addresses = new Set(posts.flatMap(screenAddresses));
  return new Set([...ALWAYS_SHOWN, ...[...addresses].map(foldAddress)]);
}

/** The addresses of the screens of a post's names, but those of sources, which only its text tells. */
export function screenAddresses({ categories, tags }: Pick<Post, 'categories' | 'tags'>): readonly Address[] {
  return [
    ...categories.map((name) => streamPath('category', slugOf(wellFormed(name)))),
    ...tags.map((name) => streamPath('tag', slugOf(wellFormed(name)))),
  ];
}

// Half a character can be no part of an address.
function wellFormed(name: string): string {
  return name.replace(/\p{Surrogate}/gu, '\uFFFD');
}
