import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Leaf, StreamKind } from '#shared/archive.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address, Headline } from '#shared/post.ts';
import { loadArticle, loadHead, loadManifest, loadPeriod } from './archiveClient.ts';
import { leafIn, leavesAfter, olderLeaf, type Stream } from './leaves.ts';

/** A stream of headlines. That of all posts has an empty slug. */
export type StreamId = { readonly kind: StreamKind; readonly slug: string };

const MINUTE_MS = 60_000;
const AWAY_MS = 30 * MINUTE_MS;
/** The stream of all posts. */
export const ALL: StreamId = { kind: 'all', slug: '' };

/** The manifest. Who comes back to the window after half an hour is not in the middle of a list: it is asked again. */
export const manifestQuery = () =>
  queryOptions({
    queryKey: ['manifest'],
    queryFn: ({ signal }) => loadManifest({ signal }),
    staleTime: MINUTE_MS,
    refetchOnWindowFocus: ({ state }) => Date.now() - state.dataUpdatedAt > AWAY_MS,
  });

/** The head of a category's or tag's stream. */
export const headQuery = (kind: StreamKind, slug: string) =>
  queryOptions({
    queryKey: ['head', kind, slug],
    queryFn: ({ signal }) => loadHead(kind, slug, { signal }),
    staleTime: MINUTE_MS,
  });

/**
 * The leaf of a period, null where the stream has none. Of a period that has been divided since, the newest; of one
 * that lies within a larger leaf, that leaf from there on. `leaf.period` says which it is.
 */
export const leafQuery = (stream: StreamId, period: string) =>
  queryOptions({
    queryKey: ['leaf', stream.kind, stream.slug, period],
    queryFn: ({ client }): Promise<Leaf | null> => leafIn(streamIn(client, stream), period),
    retry: false, // The queries it asks retry by themselves.
  });

/** What stands at an address. A permalink may be corrected later, so an answer is shown at once and checked behind. */
export const articleQuery = (address: Address) =>
  queryOptions({
    queryKey: ['article', foldAddress(address)],
    queryFn: ({ signal }) => loadArticle(address, { signal }),
  });

/**
 * The periods of the leaves to add below a list: the one older than the last of its `periods`; or, when there is none
 * yet, the one that holds the last of the `newest` headlines, and the one after it when that holds nothing more. Empty
 * at the end of the stream.
 */
export async function findOlderLeaves(
  client: QueryClient,
  stream: StreamId,
  { newest, periods }: { readonly newest: readonly Headline[]; readonly periods: readonly string[] },
): Promise<readonly string[]> {
  const last = periods.at(-1);
  const loader = streamIn(client, stream);
  // A period that the list shows may have been divided since; then the list shows its newest leaf, and goes on there.
  const leaves =
    last === undefined
      ? await leavesAfter(loader, newest)
      : [await olderLeaf(loader, (await client.fetchQuery(leafQuery(stream, last)))?.period ?? last)];
  const found = leaves.filter((leaf) => leaf !== null);
  for (const leaf of found) client.setQueryData(leafQuery(stream, leaf.period).queryKey, leaf);
  return found.map(({ period }) => period);
}

const periodQuery = (stream: StreamId, period: string) =>
  queryOptions({
    queryKey: ['period', stream.kind, stream.slug, period],
    queryFn: ({ signal }) => loadPeriod(stream.kind, stream.slug, period, { signal }),
  });

/** A stream whose parts are asked for, and kept, as queries. */
export function streamIn(client: QueryClient, stream: StreamId): Stream {
  return {
    loadYears: async () => (await client.fetchQuery(headQuery(stream.kind, stream.slug))).years,
    loadPeriod: (period) => client.fetchQuery(periodQuery(stream, period)),
  };
}
