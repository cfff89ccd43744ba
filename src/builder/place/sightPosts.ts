import { fnv1a64 } from '#shared/hash.ts';
import { foldAddress, isReserved, isScreen } from '#shared/paths.ts';
import { asAddress } from '#builder/files/asAddress.ts';
import { isTooLong } from '#builder/files/placePosts.ts';
import { screensOf } from '#builder/files/placeRedirects.ts';
import { readStamped } from '#builder/find/readStamped.ts';
import type { Place, Stamp } from '#builder/ledger/notes.ts';
import { boundPost } from '#builder/post/boundPost.ts';
import { readPost, type Post, twinKey } from '#builder/post/readPost.ts';
import { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { claimsOf } from './placeGroup.ts';

/** A post at a first look: where it lies if nobody else has to do with its addresses. */
export type Sighted = Place &
  Stamp & {
    /** Numbers of all it has a claim on: folded addresses, and the article it is a file of. */
    readonly claims: readonly number[];
    /** It asks for nothing but an address of its own that is no screen's. */
    readonly isPlain: boolean;
  };

/** What a first look at some files found. */
export type Sighting = {
  readonly shown: readonly Sighted[];
  /** Files that are no posts to show now. */
  readonly hidden: readonly (Stamp & { readonly path: string })[];
  /** Folded addresses of the screens that the shown ones fill. */
  readonly screens: ReadonlySet<string>;
  readonly report: Report;
};

/** What reading posts needs. */
export type SightRun = { readonly folder: string; readonly site: Site; readonly nowMs: number };

/** Reads as much of some posts as placing them needs, one after another. What cannot be read is reported. */
export function sightPosts(paths: readonly string[], { folder, site, nowMs }: SightRun): Sighting {
  const report = new Report();
  const shown: Sighted[] = [];
  const hidden: (Stamp & { path: string })[] = [];
  const posts: Post[] = [];
  for (const path of paths) {
    const file = readStamped(folder, path, report);
    if (!file) continue;
    const post = readPost(path, file.bytes, site, { nowMs, report });
    if (post === null) hidden.push({ path, ...file.stamp });
    else {
      posts.push(boundPost(post, report));
      shown.push({ ...sighted(post, site), ...file.stamp });
    }
  }
  return { shown, hidden, screens: screensOf(posts), report };
}

/** The number of a folded address. Two have the same one so rarely that being looked at together does no harm. */
export function claimNumber(folded: string): number {
  return Number.parseInt(fnv1a64(folded).slice(0, 13), 16);
}

function sighted(post: Post, site: Site): Omit<Sighted, keyof Stamp> & { readonly path: string } {
  const { path, instantMs, day, url, redirectFrom } = post;
  const address = asAddress(url);
  const folded = foldAddress(address);
  const key = twinKey(path, site);
  const claims = redirectFrom.length === 0 ? [claimNumber(folded)] : claimsOf(post).map(claimNumber);
  return {
    ...{ path, instantMs, day, address },
    claims: key === null ? claims : [...claims, claimNumber(`twin ${key}`)],
    isPlain: redirectFrom.length === 0 && !isReserved(folded) && !isScreen(folded) && !isTooLong(post),
  };
}
