import { isLeaf, type Leaf } from '#shared/archive.ts';
import { periodsOf } from '#shared/paths.ts';
import { type Article, dayOf, type Headline } from '#shared/post.ts';
import { orUnreached } from './errors.ts';
import { newerLeaf, olderLeaf, type Stream } from './leaves.ts';

/** The articles beside one, null at either end, and those of its leaf that lie under the same day. */
export type Neighbours = {
  readonly newer: Headline | null;
  readonly older: Headline | null;
  readonly sameDay: readonly Headline[];
};

/** What stands around an article in a stream, or null where the stream does not have it. */
export async function neighbours(
  stream: Stream,
  article: Pick<Article, 'address' | 'date'>,
): Promise<Neighbours | null> {
  const leaf = await leafOf(stream, article);
  const position = leaf?.headlines.findIndex(({ address }) => address === article.address) ?? -1;
  const own = leaf?.headlines[position];
  if (leaf === null || own === undefined) return null;
  // Without a network, what lies beyond this leaf may not be here.
  const beside = async (side: typeof newerLeaf, end: 0 | -1) =>
    (await orUnreached(side(stream, leaf.period)))?.headlines.at(end) ?? null;
  const [newer, older] = await Promise.all([
    leaf.headlines[position - 1] ?? beside(newerLeaf, -1),
    leaf.headlines[position + 1] ?? beside(olderLeaf, 0),
  ]);
  const sameDay = leaf.headlines.filter((other) => other !== own && dayOf(other) === dayOf(own));
  return { newer, older, sameDay };
}

/** The leaf that a post lies in, or null where the stream does not have it. */
export async function leafOf(stream: Stream, post: Pick<Article, 'address' | 'date'>): Promise<Leaf | null> {
  let parts = await stream.loadYears();
  for (const key of periodsOf(post.date, post.address)) {
    if (!parts.some(({ period }) => period === key)) return null;
    const period = await stream.loadPeriod(key);
    if (isLeaf(period)) return period;
    parts = period.parts;
  }
  return null;
}
