import { dayInAddress, displacedPath, foldAddress, isReserved, isScreen } from '#shared/paths.ts';
import { fnv1a64 } from '#shared/hash.ts';
import type { Address, Day } from '#shared/post.ts';
import type { Post } from '#builder/post/readPost.ts';
import { compareText, type Report } from '#builder/report.ts';
import { asAddress } from './asAddress.ts';
import { groupBy } from './dataFile.ts';
import { isSameArticle, placeRedirects, type RedirectRun } from './placeRedirects.ts';

/** A post with the address it opens at in the reader. */
export type Placed = {
  readonly post: Post;
  readonly address: Address;
  readonly folded: string;
  /** Folded old addresses that lead to it. */
  readonly redirects: readonly string[];
  /** Other posts that are the same article and are not shown by themselves, the best first. */
  readonly twins?: readonly Placed[];
};

/** Every post at its address, oldest first (Jekyll's order), and the screen addresses that posts own. */
export type Places = { readonly placed: readonly Placed[]; readonly taken: readonly Address[] };

/** What placing asks of its posts, and what of their old addresses. */
export type PlaceRun = RedirectRun & { readonly isSameText: (a: Post, b: Post) => boolean };

/**
 * Gives every post its address. Of several at one folded address the one Jekyll would write last keeps it; the others,
 * those at an address of ours, and those whose address is longer than 2,000 characters, open at `/YYYY/MM/DD/<file name>/` and are reported. Two files with one address and
 * one text (`isSameText`) are one post, and so are two with one address and one key: a post that was moved.
 */
export function placePosts(posts: readonly Post[], { isSameText, isFeed, isShown, report }: PlaceRun): Places {
  const owners = new Map<string, Post>();
  const displaced: { post: Post; why: string }[] = [];
  for (const post of posts.toSorted(oldestFirst)) {
    const folded = foldAddress(asAddress(post.url));
    const before = owners.get(folded);
    const why = whyNot(folded, post);
    if (why !== null) displaced.push({ post, why });
    else owners.set(folded, post);
    if (before && !isSameArticle(before, post) && !isSameText(before, post))
      displaced.push({ post: before, why: `its address ${post.url} belongs to ${post.path}` });
  }
  const addresses = new Map([...owners].map(([folded, post]): [Post, string] => [post, folded]));
  for (const { post, why } of displaced) addresses.set(post, moveAside(post, why, owners, report));
  const inOrder = [...addresses.keys()].toSorted(oldestFirst);
  const claimed = placeRedirects(inOrder, owners, { isFeed, isShown, report });
  const redirects = groupBy(claimed.keys(), (folded) => claimed.get(folded));
  const placed = inOrder.map((post): Placed => {
    const folded = addresses.get(post) ?? '';
    const own = asAddress(post.url);
    const address = foldAddress(own) === folded ? own : `${folded.split('/').map(encodeURIComponent).join('/')}/`;
    return { post, address, folded, redirects: redirects.get(post) ?? [] };
  });
  return { placed, taken: [...owners.keys(), ...claimed.keys()].filter(isScreen).toSorted(compareText) };
}

// Every list repeats it. Longer ones are refused by some hosts.
const MAX_ADDRESS = 2000;

/** Whether the day of a post cannot be told from an address that leads to it. */
export function hidesDay(folded: string, post: { readonly day: Day }): boolean {
  return dayInAddress(folded) !== post.day;
}

/** Jekyll's order: by date, then by path. */
export function oldestFirst(a: Post, b: Post): number {
  return a.instantMs - b.instantMs || compareText(a.path, b.path);
}

/** Whether a post's address is longer than lists and hosts can bear. */
export function isTooLong({ url }: Post): boolean {
  return url.length > MAX_ADDRESS;
}

function whyNot(folded: string, post: Post): string | null {
  if (isReserved(folded)) return `its address ${post.url} is one of Broadsheet's own`;
  return isTooLong(post) ? `its address has ${post.url.length} characters` : null;
}

function moveAside(post: Post, why: string, owners: Map<string, Post>, report: Report): string {
  let folded = foldAddress(displacedPath(post.day, post.fileSlug));
  if (owners.has(folded)) folded += `~${fnv1a64(post.path).slice(0, 8)}`;
  owners.set(folded, post);
  report.add({
    kind: 'address',
    file: post.path,
    found: why,
    remedy: `It opens at ${folded}/ instead; give it another permalink.`,
  });
  return folded;
}
