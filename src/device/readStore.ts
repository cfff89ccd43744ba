// What of read marks goes into the database and out of it, each in one transaction.
import type { ReadMark, Watermark } from '#shared/ownFile.ts';
import { withOwn } from './ownDatabase.ts';

/** What becomes of marks, by address, and of watermarks, by scope; null takes one away. */
export type Change = {
  readonly marks: ReadonlyMap<string, ReadMark | null>;
  readonly watermarks: ReadonlyMap<string, Watermark | null>;
};

type Stored = { readonly read: readonly ReadMark[]; readonly watermarks: readonly Watermark[] };

/** Some 100 bytes each. */
const KEPT = 20_000;

/** All that is stored; null where storage fails. Never rejects. */
export function readStored(): Promise<Stored | null> {
  return withOwn<Stored | null>(async (own) => {
    const all = own.transaction(['read', 'watermarks']);
    const found = [all.objectStore('read').getAll(), all.objectStore('watermarks').getAll()] as const;
    const [read, watermarks] = await Promise.all(found);
    return { read, watermarks };
  }, null);
}

/** Stores a change, and says whether that went well. Never rejects. */
export function storeChange(change: Change): Promise<boolean> {
  return withOwn(async (own) => {
    const all = own.transaction(['read', 'watermarks'], 'readwrite');
    const [read, watermarks] = [all.objectStore('read'), all.objectStore('watermarks')];
    await Promise.all([
      ...Array.from(change.marks, ([address, mark]) => (mark ? read.put(mark) : read.delete(address))),
      ...Array.from(change.watermarks, ([scope, mark]) => (mark ? watermarks.put(mark) : watermarks.delete(scope))),
      all.done,
    ]);
    return true;
  }, false);
}

/** Deletes all that is stored, and says whether that went well. Never rejects. */
export function clearStored(): Promise<boolean> {
  return withOwn(async (own) => {
    await Promise.all([own.clear('read'), own.clear('watermarks')]);
    return true;
  }, false);
}

/** Deletes the oldest marks, if there are more than are kept. Never rejects. */
export async function trimStored(count: number): Promise<void> {
  // To look again would keep other tabs from reading.
  if (count <= KEPT) return;
  await withOwn(async (own) => {
    const { store, done } = own.transaction('read', 'readwrite');
    const excess = (await store.count()) - KEPT;
    // Another tab may have deleted them meanwhile; a count of 0 would ask for all.
    const oldest = excess > 0 ? await store.index('readAt').getAllKeys(null, excess) : [];
    await Promise.all([...oldest.map((address) => store.delete(address)), done]);
  }, undefined);
}
