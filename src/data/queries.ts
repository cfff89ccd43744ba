import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { StreamKind } from '#shared/archive.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { type Files, loadArticle, loadHead, loadManifest, loadPeriod } from './archiveClient.ts';
import { fetchJson, fetchPacked } from './fetchFile.ts';
import { orKept } from './lastResort.ts';
import type { Stream } from './leaves.ts';

/** A stream of headlines. That of all posts has an empty slug. */
export type StreamId = { readonly kind: StreamKind; readonly slug: string };

/** The stream of all posts. */
export const ALL: StreamId = { kind: 'all', slug: '' };

/**
 * The manifest as the screens show it. It stays as it is under the reader's eyes; newer ones come by `latestQuery`, and
 * are taken over when the reader says so, or opens another list.
 */
export const manifestQuery = () =>
  queryOptions({
    queryKey: ['manifest'],
    queryFn: ({ signal }) => loadManifest({ signal }),
    staleTime: Infinity,
    gcTime: Infinity,
  });

/** What a real page knows of the archive: good for its own address, until the manifest has come. */
export const pageManifestQuery = (address: Address) => ({
  ...manifestQuery(),
  queryKey: ['page', foldAddress(address)],
});

/** The head of a stream. Like the manifest, it stays as it is while its list is read. */
export const headQuery = (kind: StreamKind, slug: string) =>
  queryOptions({
    queryKey: ['head', kind, slug],
    queryFn: ({ signal }) => loadHead(kind, slug, { signal }),
    staleTime: Infinity,
  });

/** What stands at an address. A permalink may be corrected later, so an answer is shown at once and checked behind. */
export const articleQuery = (address: Address) =>
  queryOptions({
    queryKey: ['article', foldAddress(address)],
    queryFn: ({ client }) => orKept(address, loadArticle(address, { files: keptFiles(client) })),
  });

/** A period of a stream. `MissingError` means that nothing lies in it, or that it is part of a larger leaf. */
export const periodQuery = (stream: StreamId, period: string) =>
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

/** Files that several articles need: asked for once, as long as they may count as fresh. A chunk never changes. */
function keptFiles(client: QueryClient): Files {
  const retry = false; // The article's own query does.
  return {
    fetchJson: async (path, decode, options = {}) => {
      const queryKey = ['file', path];
      if (options.cache !== 'reload')
        return client.fetchQuery({ queryKey, queryFn: () => fetchJson(path, decode), staleTime: MINUTE_MS, retry });
      const fresh = await fetchJson(path, decode, options);
      client.setQueryData(queryKey, fresh);
      return fresh;
    },
    fetchPacked: (file, decode, options) => {
      const queryKey = ['file', file.path];
      const queryFn = () => fetchPacked(file, decode, options);
      return client.fetchQuery({ queryKey, queryFn, staleTime: Infinity, retry });
    },
  };
}

const MINUTE_MS = 60_000;
