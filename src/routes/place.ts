import { useLocation } from 'react-router';
import { periodChain } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';

/** A row of a list, and where its top stood in the viewport, in px. */
export type Row = { readonly address: Address; readonly offset: number };

/** A place in a stream: a period, and, when a reader comes back to it, the row that was there. */
export type Place = { readonly period: string; readonly row?: Row };

/**
 * The place in a stream that the address names (`?from=2024-05-30T09`), with the row that its entry in the history has
 * kept. Null, which is the top, when it names none, or nonsense.
 */
export function usePlace(): Place | null {
  const { search, state } = useLocation();
  const period = new URLSearchParams(search).get('from');
  if (period === null || periodChain(period) === null) return null;
  const row = rowIn(state);
  return row ? { period, row } : { period };
}

/**
 * Writes a place into the address and its entry in the history, null for the top. The router learns of it when the
 * reader comes back to the entry: a list that scrolls renders nothing else. Nothing is written where the reader has gone on
 * from the list's visit, and the next screen has not come yet.
 */
export function keepPlace(place: Place | null, visit: string): void {
  if ((fieldsOf(history.state)['key'] ?? 'default') !== visit) return;
  const url = new URL(location.href);
  if (place === null) url.searchParams.delete('from');
  else url.searchParams.set('from', place.period);
  const entry: unknown = history.state;
  const { row: _before, ...usr } = fieldsOf(fieldsOf(entry)['usr']);
  const kept = { ...fieldsOf(entry), usr: { ...usr, ...(place?.row && { row: place.row }) } };
  try {
    history.replaceState(kept, '', url);
  } catch {
    // Safari allows a hundred within half a minute. The next place will be kept.
  }
}

// History entries outlive releases, so what lies in them is checked like any other input.
function rowIn(state: unknown): Row | null {
  const { address, offset } = fieldsOf(fieldsOf(state)['row']);
  return typeof address === 'string' && typeof offset === 'number' ? { address, offset } : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
