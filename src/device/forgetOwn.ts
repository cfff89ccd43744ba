import { base } from '#data/base.ts';
import { shelfName } from '#shared/shelves.ts';
import { withOwn } from './ownDatabase.ts';
import { forgetMemory } from './positions.ts';
import { forgetReadMarks } from './readMarks.ts';
import { dropPosts, forgetDropped, loadSaved } from './savedPosts.ts';
import { resetSettings } from './settings.ts';
import { tellTabs } from './tabs.ts';
import { forgetTakenDays, loadTakenDays, takenDays } from './takenDays.ts';

const SHELVES = ['lists', 'chunks', 'taken', 'pictures'] as const;

/**
 * Deletes all that this device has of the reader: what is their own, and the copies that tell what they read. The reader
 * itself stays installed. Never rejects.
 */
export async function forgetOwn(): Promise<void> {
  resetSettings();
  await dropPosts((await loadSaved()).map(({ address }) => address));
  forgetDropped();
  await forgetReadMarks();
  forgetMemory();
  await loadTakenDays();
  await forgetTakenDays([...takenDays().keys()]); // Which ends the taking of them.
  await Promise.all([clearPlaces(), dropShelves()]);
}

async function clearPlaces(): Promise<void> {
  await withOwn((own) => own.clear('places'), undefined);
  tellTabs('places');
}

async function dropShelves(): Promise<void> {
  // Outside secure contexts there are no caches, whatever the types say; where storage is refused, asking throws.
  const scope = new URL(base, document.baseURI).href;
  await Promise.allSettled(SHELVES.map(async (kind) => caches.delete(shelfName(kind, scope))));
}
