import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { findOlderLeaves, leafQuery, type StreamId } from '#data/queries.ts';
import type { Headline } from '#shared/post.ts';
import type { Place } from './place.ts';

/** The way to older headlines from one place in a list. */
export type Older = {
  readonly load: () => void;
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
  /** Whether it was asked for, and there is nothing older. */
  readonly isEnd: boolean;
};

/**
 * Finds and loads the next older periods, then puts them into the address, unless the reader has gone elsewhere by then.
 * What was asked of another list, or of another place in this one, says nothing here.
 */
export function useOlder(stream: StreamId, newest: readonly Headline[], place: Place): Older {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { data, isError, isPending, mutate, reset, variables } = useMutation({
    mutationFn: async ({ periods }: Place) => {
      const older = await findOlderLeaves(queryClient, stream, { newest, periods });
      await Promise.all(older.map((period) => queryClient.ensureQueryData(leafQuery(stream, period))));
      return older;
    },
  });
  const isAboutHere = variables?.periods.at(-1) === place.periods.at(-1);
  const found = isAboutHere ? data : undefined;

  useEffect(() => {
    if (found === undefined || found.length === 0) return;
    const periods = [...place.periods, ...found];
    reset();
    void navigate({ search: `?from=${periods.at(-1)}` }, { replace: true, state: { ...place, periods } });
  }, [found, place, reset, navigate]);

  return {
    load: () => mutate(place),
    isLoading: isAboutHere && isPending,
    hasFailed: isAboutHere && isError,
    isEnd: found?.length === 0,
  };
}
