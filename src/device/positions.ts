// Where the reader left long articles: kept on this device alone, and in memory where it keeps nothing.
import type { Address } from '#shared/post.ts';
import type { TextPlace } from '#shared/textPlace.ts';
import { type KeptPlace, withOwn } from './ownDatabase.ts';
import { followTabs, tellTabs } from './tabs.ts';

const KEPT = 500;
/** A text is not kept waiting for a slow disk; it then begins at its top. */
const PATIENCE_MS = 300;

const inMemory = new Map<Address, TextPlace | null>();
// Pages are written where there is no device to ask, and nothing was left.
let isAllInMemory = typeof document === 'undefined';

if (!isAllInMemory) {
  // Who opens an article should not wait for the disk, however short: React keeps what it shows meanwhile for 300 ms.
  void readAll();
  // What another tab has kept is on the disk, and newer.
  followTabs('places', forgetMemory);
}

/** The same as `loadPosition` as far as memory tells; undefined while it does not. */
export function knownPosition(address: Address): TextPlace | null | undefined {
  return inMemory.get(address) ?? (isAllInMemory ? null : undefined);
}

/** Where the reader left an article, or null when it is unknown, finished or does not come soon. Never rejects. */
export async function loadPosition(address: Address): Promise<TextPlace | null> {
  const known = inMemory.get(address);
  if (known !== undefined) return known;
  const impatience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([readStored(address), impatience]);
}

/** Keeps where the reader is in an article, of the last 500 articles; null forgets it. Never rejects. */
export async function savePosition(address: Address, place: TextPlace | null): Promise<void> {
  const known = inMemory.get(address);
  if (known !== undefined && known?.index === place?.index && known?.hash === place?.hash) return;
  inMemory.set(address, place);
  const isKept = await withOwn(async (own) => {
    const { store, done } = own.transaction('places', 'readwrite');
    if (place === null) await store.delete(address);
    else await store.put({ ...place, address, savedAt: Date.now() });
    let oldest = (await store.count()) > KEPT ? await store.index('savedAt').openCursor() : null;
    for (let excess = (await store.count()) - KEPT; oldest && excess > 0; excess--) {
      await oldest.delete();
      oldest = await oldest.continue();
    }
    await done;
    return true;
  }, false);
  if (isKept) tellTabs('places');
}

/** Asks the disk anew for what is asked from now on. */
export function forgetMemory(): void {
  inMemory.clear();
  isAllInMemory = false;
  void readAll();
}

/** The positions that are known, when storage does not tell. */
export function positionsInMemory(): readonly KeptPlace[] {
  return [...inMemory].flatMap(([address, place]) => (place ? [{ ...place, address, savedAt: Date.now() }] : []));
}

async function readAll(): Promise<void> {
  const stored = await withOwn<readonly KeptPlace[]>((own) => own.getAll('places'), []);
  for (const { address, ...place } of stored) if (!inMemory.has(address)) inMemory.set(address, place);
  isAllInMemory = true;
}

async function readStored(address: Address): Promise<TextPlace | null> {
  return withOwn<TextPlace | null>(async (own) => (await own.get('places', address)) ?? null, null);
}
