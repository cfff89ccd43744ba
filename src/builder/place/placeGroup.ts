import { displacedPath, foldAddress, isReserved } from '#shared/paths.ts';
import { feedTeller } from '#builder/feeds/feedSettings.ts';
import { asAddress } from '#builder/files/asAddress.ts';
import { groupTwins } from '#builder/files/groupTwins.ts';
import { type Placed, placePosts } from '#builder/files/placePosts.ts';
import { screensOf } from '#builder/files/placeRedirects.ts';
import { hasDatedName, type Post, twinKey } from '#builder/post/readPost.ts';
import { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';

/** Who else has to do with an address or an article: what placing must know of the posts it does not look at. */
export type Claims = {
  /** The files that have or want a folded address. */
  readonly claimants: (folded: string) => readonly string[];
  /** The files that this one has to do with, itself perhaps among them: of the same article, or asking for what it had. */
  readonly mates: (path: string) => readonly string[];
  /** Whether a screen's folded address has something to show but these files. */
  readonly isShown: (folded: string, files: ReadonlySet<string>) => boolean;
};

/** What placing needs of the folder. `read` answers null for what is gone or not published. */
export type GroupRun = {
  readonly site: Site;
  readonly claims: Claims;
  readonly read: (path: string, report: Report) => Post | null;
  readonly isSameText: (a: Post, b: Post) => boolean;
};

/** Posts placed together, since each has to do with another of them, and with no other post. */
export type Group = {
  /** Every file that was looked at, also those that are not shown. */
  readonly paths: ReadonlySet<string>;
  readonly posts: readonly Post[];
  readonly placed: readonly Placed[];
  /** Folded addresses of screens that posts have instead. */
  readonly taken: readonly string[];
  /** Path → folded addresses that it asked for and did not get. */
  readonly wants: ReadonlyMap<string, readonly string[]>;
  /** What was found in the files, and what came of placing them. */
  readonly found: Report;
  readonly placing: Report;
};

/**
 * Places some files with all others that have to do with their addresses or are the same article, so that each gets
 * what it would get if all posts of the archive were placed at once.
 */
export function placeGroup(paths: Iterable<string>, run: GroupRun): Group {
  const files = new Map<string, Post | null>();
  const found = new Report();
  const isFeed = feedTeller(run.site);
  for (let next = [...paths]; ; ) {
    for (const path of next) if (!files.has(path)) files.set(path, run.read(path, found));
    const posts = shownPosts(files, run.site);
    const placing = new Report();
    const paths = new Set(files.keys());
    let screens: ReadonlySet<string> | null = null; // Only a redirect asks for them.
    const isShown = (folded: string) => (screens ??= screensOf(posts)).has(folded) || run.claims.isShown(folded, paths);
    const { placed, taken } = placePosts(posts, { isSameText: run.isSameText, isFeed, isShown, report: placing });
    next = neighbours(paths, [...posts.flatMap(claimsOf), ...placed.map(({ folded }) => folded)], run.claims);
    next = next.filter((path) => !paths.has(path));
    if (next.length > 0) continue;
    const grouped = groupTwins(placed);
    return { paths, posts, placed: grouped, taken, wants: wantsOf(posts, grouped), found, placing };
  }
}

/** The folded addresses a post asks for: its own and those it had. */
export function claimsOf(post: Post): readonly string[] {
  return [post.url, ...post.redirectFrom]
    .map((url) => foldAddress(asAddress(url)))
    .filter((folded) => !isReserved(folded));
}

/** The posts of some files: one without a date counts only where no dated file is the same article. */
function shownPosts(files: ReadonlyMap<string, Post | null>, site: Site): readonly Post[] {
  const dated = new Set([...files.keys()].filter(hasDatedName).map((path) => twinKey(path, site)));
  const posts = [...files.values()].filter((post) => post !== null);
  return posts.filter(({ path }) => hasDatedName(path) || !dated.has(twinKey(path, site)));
}

function neighbours(paths: Iterable<string>, addresses: readonly string[], claims: Claims): string[] {
  return [...new Set([...addresses.flatMap(claims.claimants), ...[...paths].flatMap(claims.mates)])];
}

function wantsOf(posts: readonly Post[], placed: readonly Placed[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string>();
  const shownBy = new Map<string, string>();
  for (const place of placed) {
    for (const folded of [place.folded, ...place.redirects]) owners.set(folded, place.post.path);
    for (const { post } of [place, ...(place.twins ?? [])]) shownBy.set(post.path, place.post.path);
  }
  const wants = posts.map((post): [string, readonly string[]] => {
    const isMissed = (folded: string) => owners.get(folded) !== shownBy.get(post.path);
    const [own, aside] = [foldAddress(asAddress(post.url)), foldAddress(displacedPath(post.day, post.fileSlug))];
    // Who misses its own address asks for the one of the displaced.
    const asked = [...claimsOf(post), ...(isMissed(own) ? [aside] : [])];
    return [post.path, [...new Set(asked.filter(isMissed))]];
  });
  return new Map(wants.filter(([, missed]) => missed.length > 0));
}
