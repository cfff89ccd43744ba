import { useLocation, useSearchParams } from 'react-router';
import { periodChain } from '#shared/paths.ts';

/** Where in a stream the list on screen begins and which periods it holds. */
export type Place = {
  /** Leaves shown, newest first. */
  readonly periods: readonly string[];
  /** Whether the newest headlines stand above them. */
  readonly isFromTop: boolean;
};

/** The newest headlines, and nothing older yet. */
export const TOP: Place = { periods: [], isFromTop: true };

/**
 * The place in a stream that the address and its place in the history name. A link with `?from=` begins at that period; a list
 * that was opened from the top and grew keeps what it showed. Nonsense is the top.
 */
export function usePlace(): Place {
  const { state } = useLocation();
  const [search] = useSearchParams();
  const from = search.get('from');
  if (from === null || periodChain(from) === null) return TOP;
  return placeIn(state, from) ?? { periods: [from], isFromTop: false };
}

// The history outlives releases, so what lies in it is checked like any other input.
function placeIn(state: unknown, from: string): Place | null {
  if (typeof state !== 'object' || state === null || !('periods' in state) || !('isFromTop' in state)) return null;
  const { periods, isFromTop } = state;
  if (!Array.isArray(periods) || !periods.every((period) => typeof period === 'string' && periodChain(period) !== null))
    return null;
  return periods.at(-1) === from ? { periods, isFromTop: isFromTop === true } : null;
}
