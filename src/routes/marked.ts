// What was marked last, and how that is taken back. It lasts until something else is marked, or the reader goes on.
import { useSyncExternalStore } from 'react';
import { markRead } from '#device/readMarks.ts';
import type { Address } from '#shared/post.ts';

/** Rows as read, all of a list as read, or a row as not read. */
export type Marked = {
  readonly as: 'read' | 'all' | 'unread';
  readonly count: number;
  /** Takes back exactly that. Never rejects. */
  readonly undo: () => Promise<void>;
};

const listeners = new Set<() => void>();
let marked: Marked | null = null;

/** Offers to take back what was marked, in place of what was offered before; null ends the offer. */
export function offerUndo(next: Marked | null): void {
  marked = next;
  for (const listener of listeners) listener();
}

/** Marks rows as read, or as not read, and offers to take that back. Never rejects. */
export async function markRows(addresses: readonly Address[], isRead: boolean): Promise<void> {
  const undo = await markRead(addresses, isRead);
  offerUndo({ as: isRead ? 'read' : 'unread', count: addresses.length, undo });
}

/** What can be taken back; the component renders again when that changes. */
export function useMarked(): Marked | null {
  return useSyncExternalStore(
    subscribe,
    () => marked,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
