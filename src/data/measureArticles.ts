import { queryOptions } from '@tanstack/react-query';
import { dayFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { decodeDay } from '#wire/decode.ts';
import { fetchJson } from './fetchFile.ts';
import { askSize } from './loadToKeep.ts';

/** Chunks of a day are much alike. */
const ASKED = 3;

/** Bytes of an article of a day, packed, by some of its chunks; null where the host does not tell. */
export const articleBytesQuery = (day: Day) =>
  queryOptions({
    queryKey: ['bytes', day],
    queryFn: () => measure(day),
    staleTime: Infinity,
    retry: false,
  });

async function measure(day: Day): Promise<number | null> {
  const index = await fetchJson(dayFile(day), decodeDay);
  // A part of a split day names all chunks but few posts: of such a day nothing is told.
  if (!('posts' in index)) return null;
  const sizes = await Promise.all(index.chunks.slice(0, ASKED).map(askSize));
  const articles = Object.values(index.posts).filter((position) => position < ASKED).length;
  if (articles === 0 || sizes.includes(null)) return null;
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) / articles;
}
