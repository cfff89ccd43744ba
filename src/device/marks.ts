// What rows of lists show of this device. Small, because lists are among the first there is; what fills it is loaded later.
import { useSyncExternalStore } from 'react';
import type { Address, Headline } from '#shared/post.ts';

/** What rows may be marked as. */
export type Marks = {
  /** Tells what the reader has read; null while that is not known, and for who has read nothing yet. */
  readonly isRead: ((headline: Headline) => boolean) | null;
  readonly saved: ReadonlySet<Address>;
  /**
   * Folded. Known only without a network, or while the host does not answer: then the set is not empty, since it holds an empty text, and what it does not
   * hold cannot be opened.
   */
  readonly here: ReadonlySet<Address>;
};

const NONE: Marks = { isRead: null, saved: new Set(), here: new Set() };
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
export function showMarks(mark: 'saved' | 'here', addresses: Iterable<Address>): void {
  tell({ ...marks, [mark]: new Set(addresses) });
}

/** Replaces what tells which articles are read. */
export function showRead(isRead: Marks['isRead']): void {
  tell({ ...marks, isRead });
}

function tell(next: Marks): void {
  marks = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
