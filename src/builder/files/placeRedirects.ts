import { categoryPath, foldAddress, isReserved, isScreen, slugOf, streamPath } from '#shared/paths.ts';
import type { Post } from '#builder/post/readPost.ts';
import type { Report } from '#builder/report.ts';
import { asAddress } from './asAddress.ts';

/**
 * Which post each old address (`redirect_from`, folded) leads to. Of several posts that claim one the last has it, as
 * with Jekyll; one that belongs to a post, or to a screen with something to show, is left out. Both are reported.
 * `posts` come oldest first.
 */
export function placeRedirects(
  posts: readonly Post[],
  owners: ReadonlyMap<string, Post>,
  report: Report,
): ReadonlyMap<string, Post> {
  const claimed = new Map<string, Post>();
  const isShown = shownScreens(posts);
  for (const post of posts.toReversed()) {
    for (const folded of redirectsOf(post)) {
      const other = owners.get(folded) ?? claimed.get(folded);
      if (other === undefined && !isShown(folded)) claimed.set(folded, post);
      else if (other === undefined || !isSameArticle(other, post)) {
        const found = `redirect_from ${folded} belongs to ${other?.path ?? 'a screen of the reader'}`;
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
  return post.redirectFrom.map((from) => foldAddress(asAddress(from))).filter((folded) => !isReserved(folded));
}

const ALWAYS_SHOWN = ['/categories', '/tags', '/sources', '/archive', '/search', '/saved', '/settings'];

/** Tells whether an address is that of a screen with posts on it. The screens are listed when first asked for. */
function shownScreens(posts: readonly Post[]): (folded: string) => boolean {
  let screens: ReadonlySet<string> | null = null;
  return (folded) => isScreen(folded) && (screens ??= screensOf(posts)).has(folded);
}

function screensOf(posts: readonly Post[]): ReadonlySet<string> {
  const addresses = posts.flatMap(({ categories, tags, day }) => [
    ...categories.map((name) => categoryPath(slugOf(name))),
    ...tags.map((name) => streamPath('tag', slugOf(name))),
    `/${day.replaceAll('-', '/')}/`,
  ]);
  return new Set([...ALWAYS_SHOWN, ...[...new Set(addresses)].map(foldAddress)]);
}
