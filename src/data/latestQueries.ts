// What has been published since the screens were opened. Apart from queries.ts, so that it is loaded after them.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Headline, Address } from '#shared/post.ts';
import { loadHead, loadManifest } from './archiveClient.ts';
import { headQuery, manifestQuery, type StreamId } from './queries.ts';

const MINUTE_MS = 60_000;
const LONGEST_MS = 30 * MINUTE_MS;

/**
 * The manifest as it lies on the host: asked for each minute while the page is visible, and when it becomes so. While
 * it does not come, each wait is as long as all those before, up to half an hour.
 */
export const latestQuery = () =>
  queryOptions({
    queryKey: ['latest'],
    queryFn: ({ signal }) => loadManifest({ signal }),
    staleTime: MINUTE_MS,
    gcTime: Infinity,
    retry: false,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => {
      const failingMs = state.status === 'error' || state.error !== null ? Date.now() - state.dataUpdatedAt : 0;
      return Math.min(Math.max(MINUTE_MS, failingMs), LONGEST_MS);
    },
  });

/** The head of a stream as it lies on the host in a generation of the archive. */
export const latestHeadQuery = ({ kind, slug }: StreamId, generation: string) =>
  queryOptions({
    queryKey: ['latest', kind, slug, generation],
    queryFn: ({ signal }) => loadHead(kind, slug, { signal }),
    staleTime: Infinity,
    retry: false,
  });

/** A stream's size and newest headlines: of a manifest, that of all posts. */
export type Newest = { readonly count: number; readonly newest: readonly Headline[] };

/** How many headlines stand above the one that was the newest. Never fewer than none. */
export function countNew(shown: Newest, latest: Newest): number {
  const first: Address | undefined = shown.newest[0]?.address;
  const above = latest.newest.findIndex(({ address }) => address === first);
  return above < 0 ? Math.max(0, latest.count - shown.count) : above;
}

/** Shows the archive as it was last heard of, in place of what the screens were opened with. */
export function adoptLatest(client: QueryClient): void {
  const latest = client.getQueryData(latestQuery().queryKey);
  const shown = client.getQueryData(manifestQuery().queryKey);
  if (latest === undefined || shown === undefined || latest.generation === shown.generation) return;
  const ofEdition = {
    predicate: ({ queryKey: [name] }: { queryKey: readonly unknown[] }) => EDITION.has(String(name)),
  };
  // What is on screen keeps standing until its successor has come.
  client.removeQueries({ ...ofEdition, type: 'inactive' });
  for (const head of client.getQueryCache().findAll({ queryKey: ['head'], type: 'active' })) {
    const [, kind, slug] = head.queryKey as ReturnType<typeof headQuery>['queryKey']; // As `headQuery` makes them.
    const newer = client.getQueryData(latestHeadQuery({ kind, slug } as StreamId, latest.generation).queryKey);
    if (newer) client.setQueryData(head.queryKey, newer);
  }
  client.setQueryData(manifestQuery().queryKey, latest);
  void client.invalidateQueries(ofEdition);
}

/** The first words of the keys of what changes with every publish. */
const EDITION = new Set(['head', 'period', 'place', 'day', 'front', 'directory', 'calendar', 'neighbours']);
