// Which articles were read: kept on this device alone, and in memory where it keeps nothing.
import type { Address } from '#shared/post.ts';
import { presentMarks, showMarks } from './marks.ts';
import { type ReadMark, withOwn } from './ownDatabase.ts';
import { followTabs, tellTabs } from './tabs.ts';

/** Some 100 bytes each. */
const KEPT = 20_000;

/** Shows what was read before, and from now on what other tabs mark. Never rejects. */
export async function followReadMarks(): Promise<void> {
  followTabs('read', () => void showStored());
  await showStored();
}

/** Marks articles as read, or as not read. Gives back what undoes exactly that. Never rejects. */
export async function markRead(addresses: readonly Address[], isRead = true): Promise<() => Promise<void>> {
  const changed = addresses.filter((address) => presentMarks().read.has(address) !== isRead);
  await write(changed, isRead);
  return () => write(changed, !isRead);
}

async function write(addresses: readonly Address[], isRead: boolean): Promise<void> {
  if (addresses.length === 0) return;
  const read = new Set(presentMarks().read);
  for (const address of addresses) read[isRead ? 'add' : 'delete'](address);
  showMarks('read', read);
  const readAt = Date.now();
  await withOwn(async (own) => {
    const { store, done } = own.transaction('read', 'readwrite');
    for (const address of addresses) void (isRead ? store.put({ address, readAt }) : store.delete(address));
    await done;
  }, undefined);
  tellTabs('read');
}

async function showStored(): Promise<void> {
  const stored = await withOwn<readonly ReadMark[] | null>(async (own) => {
    const excess = (await own.count('read')) - KEPT;
    if (excess > 0) {
      const { store, done } = own.transaction('read', 'readwrite');
      let oldest = await store.index('readAt').openCursor();
      for (let left = excess; oldest && left > 0; left--) {
        await oldest.delete();
        oldest = await oldest.continue();
      }
      await done;
    }
    return own.getAll('read');
  }, null);
  if (stored)
    showMarks(
      'read',
      stored.map(({ address }) => address),
    );
}
