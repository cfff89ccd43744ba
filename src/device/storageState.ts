import { useSyncExternalStore } from 'react';

/** Whether what is the reader's own is kept, or lasts as long as the page; unknown until something was to be kept. */
export type StorageState = 'unknown' | 'kept' | 'memory';

const listeners = new Set<() => void>();
let state: StorageState = 'unknown';

/** Says how storage answered, and tells whether that is news. Once it failed that stands, since what failed is not kept. */
export function noteStorage(answered: 'kept' | 'memory'): boolean {
  if (state === answered || state === 'memory') return false;
  state = answered;
  for (const listener of listeners) listener();
  return true;
}

/** The present state, for what is no component. */
export function presentStorage(): StorageState {
  return state;
}

/** The present state; the component renders again when it changes. */
export function useStorageState(): StorageState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => 'unknown',
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
