import { type DayIndex, FORMAT, type SplitDay } from '#shared/archive.ts';
import { dayFile, dayPartFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { PackedChunk } from './chunks.ts';
import { type DataFile, groupBy, jsonFile } from './dataFile.ts';
import type { Placed } from './placePosts.ts';

// Beyond this an index would weigh more than the chunk it leads to.
const MAX_UNSPLIT = 2000;

/** The index of one day, in one file, or in 16 by address when the day is very large. */
export function dayFiles(day: Day, chunks: readonly PackedChunk[], placed: readonly Placed[]): readonly DataFile[] {
  const posts = chunks.flatMap((chunk, index) => chunk.posts.map((folded): [string, number] => [folded, index]));
  const redirects = placed.flatMap((place) => place.redirects.map((from): [string, string] => [from, place.address]));
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
