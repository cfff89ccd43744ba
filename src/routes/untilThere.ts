import type { Query } from '@tanstack/react-query';

const AGAIN_MS = 10_000;

/** For a query whose failure stands beside what can be read meanwhile: it is asked again until it is answered. */
export const UNTIL_THERE = {
  refetchInterval: ({ state }: Pick<Query, 'state'>) =>
    state.status === 'error' && state.data === undefined && AGAIN_MS,
};
