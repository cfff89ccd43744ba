import { type DayIndex, FORMAT, type SplitDay } from '#shared/archive.ts';
import { dayFile, dayPartFile } from '#shared/paths.ts';
import type { Address, Day } from '#shared/post.ts';
import { type DataFile, groupBy, jsonFile } from './dataFile.ts';

// Beyond this an index would weigh more than the chunk it leads to.
const MAX_UNSPLIT = 2000;

/** A chunk by its hash, with the folded addresses of its articles. */
export type ListedChunk = { readonly hash: string; readonly posts: readonly string[] };

/** Where an article opens, and the folded old addresses that lead to it. */
export type Redirected = { readonly address: Address; readonly redirects?: readonly string[] };

/** The index of one day, in one file, or in 16 by address when the day is very large. */
export function dayFiles(day: Day, chunks: readonly ListedChunk[], places: readonly Redirected[]): readonly DataFile[] {
  const posts = chunks.flatMap((chunk, index) => chunk.posts.map((folded): [string, number] => [folded, index]));
  const redirects = places.flatMap(({ address, redirects = [] }) =>
    redirects.map((from): [string, string] => [from, address]),
  );
  const hashes = chunks.map(({ hash }) => hash);
  if (posts.length <= MAX_UNSPLIT) return [jsonFile(dayFile(day), indexOf(day, hashes, posts, redirects))];
  const split: SplitDay = { format: FORMAT, day, parts: 16 };
  const parts = groupBy(posts, ([folded]) => dayPartFile(day, folded));
  const redirectParts = groupBy(redirects, ([folded]) => dayPartFile(day, folded));
  const files = [...new Set([...parts.keys(), ...redirectParts.keys()])].map((file) =>
    jsonFile(file, indexOf(day, hashes, parts.get(file) ?? [], redirectParts.get(file) ?? [])),
  );
  return [jsonFile(dayFile(day), split), ...files];
}

function indexOf(
  day: Day,
  chunks: readonly string[],
  posts: readonly [string, number][],
  redirects: readonly [string, string][],
): DayIndex {
  return {
    format: FORMAT,
    day,
    chunks,
    posts: Object.fromEntries(posts),
    ...(redirects.length > 0 && { redirects: Object.fromEntries(redirects) }),
  };
}
