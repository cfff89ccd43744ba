import { useSyncExternalStore } from 'react';

/** How the taking along goes. */
export type Taking = {
  readonly status:
    | 'idle'
    | 'taking'
    | 'checking'
    /** The network does not answer; it is tried again. */
    | 'offline'
    /** The device has no more room. */
    | 'full'
    /** A file is not what it should be. */
    | 'failed'
    /** Another window of the site is at it. */
    | 'elsewhere';
  /** Since when this run goes, in milliseconds, and what it has brought: articles, and those of the day under way. */
  readonly startedAt: number;
  readonly articles: number;
  readonly ofDay: number;
  /** What the last check found: files looked at, those to come, and those that were damaged. */
  readonly check?: { readonly checked: number; readonly total: number; readonly damaged: number };
};

const listeners = new Set<() => void>();
let taking: Taking = { status: 'idle', startedAt: 0, articles: 0, ofDay: 0 };

/** The present state; the component renders again when it changes. */
export function useTaking(): Taking {
  return useSyncExternalStore(subscribe, takingNow, takingNow);
}

/** The present state, for what is no component. */
export function takingNow(): Taking {
  return taking;
}

/** Changes what is given. */
export function showTaking(change: Partial<Taking>): void {
  taking = { ...taking, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
