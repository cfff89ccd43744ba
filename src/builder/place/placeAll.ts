import type { Placed } from '#builder/files/placePosts.ts';
import type { Place } from '#builder/ledger/notes.ts';
import { twinKey } from '#builder/post/readPost.ts';
import type { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { type Claims, type GroupRun, placeGroup } from './placeGroup.ts';
import { claimNumber, type Sighted } from './sightPosts.ts';

/** All posts that can be shown, and the folded addresses of the screens that then show something. */
export type AllSighted = { readonly shown: readonly Sighted[]; readonly screens: ReadonlySet<string> };

/** Where posts lie, and what placing them settled. */
export type Placing = {
  readonly places: readonly Place[];
  /** Files that were placed together with others, shown or not. All other posts lie where they ask. */
  readonly grouped: ReadonlySet<string>;
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
  const claims = { ...claimsAmong(shown, special, run.site), isShown: (folded: string) => screens.has(folded) };
  const hashes = new Map(special.map(({ path, hash }) => [path, hash]));
  const done = new Set<string>();
  const placing = { places: [] as Place[], taken: [] as string[], wants: new Map<string, readonly string[]>() };
  for (const { path } of special) {
    if (done.has(path)) continue;
    const group = placeGroup([path], { ...run, claims });
    for (const each of group.paths) done.add(each);
    // What reading them says was said when they were sighted.
    for (const problem of group.placing.problems) run.report.add(problem);
    placing.places.push(...group.placed.map((placed) => placeOfPost(placed, (each) => hashes.get(each) ?? '')));
    placing.taken.push(...group.taken);
    for (const [each, missed] of group.wants) placing.wants.set(each, missed);
  }
  return { ...placing, grouped: done, places: [...shown.filter((post) => !done.has(post.path)), ...placing.places] };
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
