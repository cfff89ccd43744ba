import { QueryClient } from '@tanstack/react-query';
import { NetworkError } from './errors.ts';

const MINUTE_MS = 60_000;

/** The cache of all queries, with the rules that hold for each. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The default mode waits while offline, so a kept copy would never be asked for.
        networkMode: 'offlineFirst',
        staleTime: 5 * MINUTE_MS,
        // A list must not change under the reader's eyes because a window came to the front.
        refetchOnWindowFocus: false,
        // Without a connection another try would wait for one, and the screen with it.
        retry: (failures, error) => failures < 1 && navigator.onLine && error instanceof NetworkError,
      },
    },
  });
}
