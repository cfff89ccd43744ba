import type { Placed } from '#builder/files/placePosts.ts';
import type { Place } from '#builder/ledger/notes.ts';
import { twinKey } from '#builder/post/readPost.ts';
import type { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { type Claims, type Group, type GroupRun, placeGroup } from './placeGroup.ts';
import { claimNumber, type Sighted } from './sightPosts.ts';

/** All posts that can be shown, and the folded addresses of the screens that then show something. */
export type AllSighted = { readonly shown: readonly Sighted[]; readonly screens: ReadonlySet<string> };

/** Where posts lie, and what placing them settled. */
export type Placing = {
  readonly places: readonly Place[];
  /** Files that were placed together with others, shown or not. All other posts lie where they ask. */
  readonly grouped: { readonly has: (path: string) => boolean };
  /** Folded addresses of screens that posts have instead. */
  readonly taken: readonly string[];
  /** Path → folded addresses that it asked for and did not get. */
  readonly wants: ReadonlyMap<string, readonly string[]>;
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
  const contested = contestedAmong(shown);
  const special = shown.filter(({ isPlain, claims }) => !isPlain || claims.some((claim) => contested.has(claim)));
  const { claimants, mates } = claimsAmong(shown, special, run.site);
  // Where posts of earlier groups have come to lie, which they had no claim on.
  const given = new Map<string, string>();
  const claims: Claims = {
    mates,
    claimants: (folded) => [...claimants(folded), given.get(folded) ?? []].flat(),
    isShown: (folded) => screens.has(folded),
  };
  const hashes = new Map(special.map(({ path, hash }) => [path, hash]));
  const hashOf = (path: string) => hashes.get(path) ?? shown.find((post) => post.path === path)?.hash ?? '';
  const groups = new Map<string, Group>();
  for (const { path } of special) {
    if (groups.has(path)) continue;
    const group = placeGroup([path], { ...run, claims });
    // It may hold an earlier group, where a displaced post has moved to an address of that.
    for (const each of group.paths) groups.set(each, group);
    for (const { post, folded } of group.placed) given.set(folded, post.path);
  }
  const found = [...new Set(groups.values())];
  // What reading them says was said when they were sighted.
  for (const { placing } of found) for (const problem of placing.problems) run.report.add(problem);
  return {
    places: [
      ...shown.filter(({ path }) => !groups.has(path)),
      ...found.flatMap(({ placed }) => placed.map((each) => placeOfPost(each, hashOf))),
    ],
    grouped: groups,
    taken: found.flatMap(({ taken }) => taken),
    wants: new Map(found.flatMap(({ wants }) => [...wants])),
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

/** The claims that more than one post has. */
function contestedAmong(sighted: readonly Sighted[]): ReadonlySet<number> {
  const [once, twice] = [new Set<number>(), new Set<number>()];
  for (const { claims } of sighted) for (const claim of claims) (once.has(claim) ? twice : once).add(claim);
  return twice;
}

function claimsAmong(
  shown: readonly Sighted[],
  special: readonly Sighted[],
  site: Site,
): Pick<Claims, 'claimants' | 'mates'> {
  const paths = new Map<number, string[]>();
  for (const { path, claims } of special)
    for (const claim of claims) {
      const others = paths.get(claim);
      if (others) others.push(path);
      else paths.set(claim, [path]);
    }
  const all = new Set<number>();
  for (const { claims } of shown) for (const claim of claims) all.add(claim);
  // Of plain posts few are ever asked for: those that lie where a displaced post moves to.
  const plainAt = (claim: number) => shown.filter(({ claims }) => claims[0] === claim).map(({ path }) => path);
  return {
    claimants: (folded) => {
      const claim = claimNumber(folded);
      return paths.get(claim) ?? (all.has(claim) ? plainAt(claim) : []);
    },
    mates: (path) => {
      const key = twinKey(path, site);
      return key === null ? [] : (paths.get(claimNumber(`twin ${key}`)) ?? []);
    },
  };
}
