import { fnv1a52 } from '#shared/hash.ts';
import { foldAddress, isReserved, isScreen } from '#shared/paths.ts';
import { asAddress } from '#builder/files/asAddress.ts';
import { isTooLong } from '#builder/files/placePosts.ts';
import { screenAddresses, screensOf } from '#builder/files/placeRedirects.ts';
import { borrowStamped } from '#builder/find/readStamped.ts';
import type { Place, Stamp } from '#builder/ledger/notes.ts';
import { boundPost } from '#builder/post/boundPost.ts';
import { type Post, postOf, readFront, twinKey } from '#builder/post/readPost.ts';
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
  const lists = new Lists();
  const run = { nowMs, report };
  for (const path of paths) {
    const file = borrowStamped(folder, path, report);
    if (!file) continue;
    const post = postOf(path, readFront(path, file.bytes, site), site, run);
    if (post === null) hidden.push({ path, ...file.stamp });
    else {
      lists.add(boundPost(post, report));
      shown.push(sighted(post, file.stamp, site));
    }
  }
  return { shown, hidden, screens: lists.screens(), report };
}

/** The lists that some posts stand in, each once. */
class Lists {
  readonly #categories = new Set<string>();
  readonly #tags = new Set<string>();

  add({ categories, tags }: Post): void {
    for (const name of categories) this.#categories.add(name);
    for (const name of tags) this.#tags.add(name);
  }

  /** The folded addresses of their screens, as `screensOf` tells them of the posts. */
  screens(): ReadonlySet<string> {
    const addresses = screenAddresses({ categories: [...this.#categories], tags: [...this.#tags] });
    return new Set([...screensOf([]), ...addresses.map(foldAddress)]);
  }
}

/** The number of a folded address. Two have the same one so rarely that being looked at together does no harm. */
export function claimNumber(folded: string): number {
  return fnv1a52(folded);
}

function sighted(post: Post, { size, mtimeMs, hash }: Stamp, site: Site): Sighted {
  const { path, instantMs, day, url, redirectFrom } = post;
  const address = asAddress(url);
  const folded = foldAddress(address);
  const key = twinKey(path, site);
  const claims = redirectFrom.length === 0 ? [claimNumber(folded)] : claimsOf(post).map(claimNumber);
  if (key !== null) claims.push(claimNumber(`twin ${key}`));
  const isPlain = redirectFrom.length === 0 && !isReserved(folded) && !isScreen(folded) && !isTooLong(post);
  return { path, instantMs, day, address, claims, isPlain, size, mtimeMs, hash };
}
