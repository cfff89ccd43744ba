// What rows of lists show of this device. Small, because lists are among the first there is; what fills it is loaded later.
import { useSyncExternalStore } from 'react';
import type { Address } from '#shared/post.ts';

/** What a row may be marked as. */
export type Mark = 'read' | 'saved';

/** The addresses of each mark. */
export type Marks = { readonly [Name in Mark]: ReadonlySet<Address> };

const NONE: Marks = { read: new Set(), saved: new Set() };
const listeners = new Set<() => void>();
let marks = NONE;

/** The present marks; the component renders again when they change. None of them while the page is a real one. */
export function useMarks(): Marks {
  return useSyncExternalStore(
    subscribe,
    () => marks,
    () => NONE,
  );
}

/** The present marks, for what is no component. */
export function presentMarks(): Marks {
  return marks;
}

/** Replaces the addresses of a mark. */
export function showMarks(mark: Mark, addresses: Iterable<Address>): void {
  marks = { ...marks, [mark]: new Set(addresses) };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
