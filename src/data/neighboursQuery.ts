// Apart from queries.ts, so that it is loaded with the article screen.
import { queryOptions } from '@tanstack/react-query';
import type { Article } from '#shared/post.ts';
import { orMissing, orUnreached } from './errors.ts';
import { type Neighbours, neighbours } from './neighbours.ts';
import { ALL, type StreamId, streamIn } from './queries.ts';

/**
 * What stands around an article in a stream, and in which: that of all posts where the given one does not have the
 * article. Null when no stream has it.
 */
export const neighboursQuery = (article: Pick<Article, 'address' | 'date'>, stream: StreamId) =>
  queryOptions({
    queryKey: ['neighbours', article.address, stream.kind, stream.slug],
    queryFn: async ({ client }): Promise<(Neighbours & { readonly stream: StreamId }) | null> => {
      for (const asked of stream.kind === 'all' ? [ALL] : [stream, ALL]) {
        const finding = orMissing(neighbours(streamIn(client, asked), article));
        // Without a network a section may not be here, and the stream of all be.
        const found = await (asked === ALL ? finding : orUnreached(finding));
        if (found) return { ...found, stream: asked };
      }
      return null;
    },
    retry: false,
  });
