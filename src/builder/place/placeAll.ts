import type { Placed } from '#builder/files/placePosts.ts';
import type { Place } from '#builder/ledger/notes.ts';
import { twinKey } from '#builder/post/readPost.ts';
import type { Finding, Problem, Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { type Claims, type Group, type GroupRun, placeGroup } from './placeGroup.ts';
import type { SightedPosts } from './SightedPosts.ts';
import { claimNumber } from './sightPosts.ts';

/** All posts that can be shown, and the folded addresses of the screens that then show something. */
export type AllSighted = { readonly shown: SightedPosts; readonly screens: ReadonlySet<string> };

/** What placing settled. */
export type Placing = {
  /** Where the posts lie that were placed together with others. */
  readonly placed: readonly Place[];
  /** Their files, shown or not. All other posts lie where they ask. */
  readonly grouped: ReadonlySet<string>;
  /** Folded addresses of screens that posts have instead. */
  readonly taken: readonly string[];
  /** Path → folded addresses that it asked for and did not get. */
  readonly wants: ReadonlyMap<string, readonly string[]>;
};

/** What is kept of a group: a post as placing needs it takes several times as much. */
type Settled = Pick<Group, 'paths' | 'taken' | 'wants'> & {
  readonly places: readonly Place[];
  readonly problems: readonly Problem[];
  /** What was seen at first, and could not be read when it was to be placed. */
  readonly unread: readonly Finding[];
};

/**
 * Places all posts of an archive. Most have to do with no other post and lie where they ask; of the rest, those that
 * have to do with each other are read again and placed together, so that memory holds only such a group. What comes of
 * placing is added to the report.
 */
export function placeAll(
  { shown, screens }: AllSighted,
  run: Omit<GroupRun, 'claims'> & { readonly report: Report },
): Placing {
  const all = shown.sortedClaims();
  const contested = contestedAmong(all);
  const special = indexesOf(shown).filter((index) => !shown.isAloneAt(index, contested));
  // Where posts of earlier groups have come to lie, which they had no claim on.
  const given = new Map<string, string>();
  const claimed = claimsAmong(shown, { all, special }, run.site);
  const claims: Claims = {
    mates: claimed.mates,
    claimants: (folded) => [...claimed.claimants(folded), given.get(folded) ?? []].flat(),
    isShown: (folded) => screens.has(folded),
  };
  const at = new Map(special.map((index) => [shown.pathAt(index), index]));
  const hashOf = (path: string) => shown.at(at.get(path) ?? indexOfPath(shown, path)).hash;
  const groups = new Map<string, Settled>();
  for (const path of at.keys()) {
    if (groups.has(path)) continue;
    const { paths, placed, taken, wants, found, placing } = placeGroup([path], { ...run, claims });
    const places = placed.map((each) => placeOfPost(each, hashOf));
    const group = { paths, taken, wants, places, problems: placing.problems, unread: found.unread };
    // It may hold an earlier group, where a displaced post has moved to an address of that.
    for (const each of paths) groups.set(each, group);
    for (const { post, folded } of placed) given.set(folded, post.path);
  }
  const settled = [...new Set(groups.values())];
  // What else reading them says was said when they were sighted.
  for (const { problems, unread } of settled) {
    for (const problem of problems) run.report.add(problem);
    run.report.takeUnread(unread);
  }
  return {
    placed: settled.flatMap(({ places }) => places),
    grouped: new Set(groups.keys()),
    taken: settled.flatMap(({ taken }) => taken),
    wants: new Map(settled.flatMap(({ wants }) => [...wants])),
  };
}

/** A placed post as the ledger notes it. */
export function placeOfPost({ post, address, redirects, twins = [] }: Placed, hashOf: (path: string) => string): Place {
  const { path, instantMs, day } = post;
  return {
    ...{ path, hash: hashOf(path), instantMs, day, address },
    ...(redirects.length > 0 && { redirects }),
    ...(twins.length > 0 && { twins: twins.map((twin) => placeOfPost(twin, hashOf)) }),
  };
}

/** The claims that are made more than once. */
function contestedAmong(sorted: Float64Array): ReadonlySet<number> {
  return new Set(sorted.filter((claim, index) => claim === sorted[index - 1]));
}

function claimsAmong(
  shown: SightedPosts,
  { all, special }: { readonly all: Float64Array; readonly special: readonly number[] },
  site: Site,
): Pick<Claims, 'claimants' | 'mates'> {
  const paths = new Map<number, string[]>();
  for (const index of special)
    for (const claim of shown.claimsAt(index)) {
      const others = paths.get(claim);
      if (others) others.push(shown.pathAt(index));
      else paths.set(claim, [shown.pathAt(index)]);
    }
  // Of plain posts few are ever asked for: those that lie where a displaced post moves to.
  const plainAt = (claim: number) =>
    indexesOf(shown)
      .filter((index) => shown.claimsAt(index)[0] === claim)
      .map((index) => shown.pathAt(index));
  return {
    claimants: (folded) => {
      const claim = claimNumber(folded);
      return paths.get(claim) ?? (isAmong(all, claim) ? plainAt(claim) : []);
    },
    mates: (path) => {
      const key = twinKey(path, site);
      return key === null ? [] : (paths.get(claimNumber(`twin ${key}`)) ?? []);
    },
  };
}

function isAmong(sorted: Float64Array, claim: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < claim) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === claim;
}

function indexesOf({ length }: SightedPosts): readonly number[] {
  return Array.from({ length }, (_post, index) => index);
}

function indexOfPath(shown: SightedPosts, path: string): number {
  return indexesOf(shown).find((index) => shown.pathAt(index) === path) ?? -1;
}
