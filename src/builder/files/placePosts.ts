import { dayInAddress, displacedPath, foldAddress, isReserved, isScreen } from '#shared/paths.ts';
import { fnv1a64 } from '#shared/hash.ts';
import type { Address } from '#shared/post.ts';
import type { Post } from '#builder/post/readPost.ts';
import { compareText, type Report } from '#builder/report.ts';

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

/**
 * Gives every post its address. Of several at one folded address the one Jekyll would write last keeps it; the others,
 * and those at an address of ours, open at `/YYYY/MM/DD/<file name>/` and are reported. Two files with one address and
 * one text (`isSameText`) are one post, and so are two with one address and one key: a post that was moved.
 */
export function placePosts(posts: readonly Post[], isSameText: (a: Post, b: Post) => boolean, report: Report): Places {
  const owners = new Map<string, Post>();
  const displaced: { post: Post; why: string }[] = [];
  for (const post of posts.toSorted(oldestFirst)) {
    const folded = foldAddress(asAddress(post.url));
    const before = owners.get(folded);
    if (isReserved(folded)) displaced.push({ post, why: `its address ${post.url} is one of Broadsheet's own` });
    else owners.set(folded, post);
    if (before && !isReserved(folded) && !isMoved(before, post) && !isSameText(before, post))
      displaced.push({ post: before, why: `its address ${post.url} belongs to ${post.path}` });
  }
  const addresses = new Map([...owners].map(([folded, post]): [Post, string] => [post, folded]));
  for (const { post, why } of displaced) addresses.set(post, moveAside(post, why, owners, report));
  const placed = [...addresses.keys()].toSorted(oldestFirst).map((post): Placed => {
    const folded = addresses.get(post) ?? '';
    const own = asAddress(post.url);
    const address = foldAddress(own) === folded ? own : `${folded.split('/').map(encodeURIComponent).join('/')}/`;
    return { post, address, folded, redirects: redirectsOf(post, owners, report) };
  });
  return { placed, taken: [...owners.keys()].filter(isScreen).toSorted(compareText) };
}

/** Whether the day of a post cannot be told from an address that leads to it. */
export function hidesDay(folded: string, post: Post): boolean {
  return dayInAddress(folded) !== post.day;
}

/** Jekyll's order: by date, then by path. */
export function oldestFirst(a: Post, b: Post): number {
  return a.instantMs - b.instantMs || compareText(a.path, b.path);
}

function isMoved(before: Post, post: Post): boolean {
  return before.twin !== undefined && before.twin.key === post.twin?.key;
}

function moveAside(post: Post, why: string, owners: Map<string, Post>, report: Report): string {
  let folded = foldAddress(displacedPath(post.day, post.fileSlug));
  if (owners.has(folded)) folded += `~${fnv1a64(post.path).slice(0, 8)}`;
  owners.set(folded, post);
  report.add({ file: post.path, found: why, remedy: `It opens at ${folded}/ instead; give it another permalink.` });
  return folded;
}

function redirectsOf(post: Post, owners: ReadonlyMap<string, Post>, report: Report): readonly string[] {
  const wanted = [...new Set(post.redirectFrom.map((from) => foldAddress(asAddress(from))))];
  return wanted.filter((folded) => {
    const owner = owners.get(folded);
    if (owner !== undefined && owner !== post) {
      const remedy = 'The redirect was left out; remove it.';
      report.add({ file: post.path, found: `redirect_from ${folded} is the address of ${owner.path}`, remedy });
    }
    return owner === undefined && !isReserved(folded);
  });
}

/** A permalink as browsers send it: a path, percent-encoded. */
function asAddress(url: string): Address {
  const escaped = url
    .replace(/[\u0000-\u001f]/g, '')
    .replaceAll('\\', '%5C')
    .replaceAll('?', '%3F')
    .replaceAll('#', '%23')
    .replace(/\p{Surrogate}/gu, '');
  return new URL(`/${escaped}`.replace(/\/{2,}/g, '/'), 'http://x.invalid').pathname;
}
