import { useQuery } from '@tanstack/react-query';
import { countOwn, type OwnCounts } from '#device/countOwn.ts';

const QUERY = { queryKey: ['own'], queryFn: countOwn, networkMode: 'always', gcTime: 0 } as const;

/** How much there is of the reader's own, undefined until that is known; and what counts anew after a change. */
export function useOwnCounts(): { readonly counts: OwnCounts | undefined; readonly countAgain: () => void } {
  const { data: counts, refetch } = useQuery(QUERY);
  return { counts, countAgain: () => void refetch() };
}
