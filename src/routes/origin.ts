import { useLocation } from 'react-router';
import { ALL, type StreamId } from '#data/queries.ts';

/** What a link to an article keeps in its history entry: the stream that the reader came from. */
export type Origin = { readonly stream: StreamId };

/** The stream the reader came from: as its list's link wrote it into the history entry, else that of all posts. */
export function useOrigin(): StreamId {
  return originIn(useLocation().state) ?? ALL;
}

// History entries outlive releases, so what lies in them is checked like any other input.
function originIn(state: unknown): StreamId | null {
  if (typeof state !== 'object' || state === null || !('stream' in state)) return null;
  const { stream } = state;
  if (typeof stream !== 'object' || stream === null || !('kind' in stream) || !('slug' in stream)) return null;
  const { kind, slug } = stream;
  if ((kind !== 'category' && kind !== 'tag' && kind !== 'source') || typeof slug !== 'string') return null;
  return { kind, slug };
}
