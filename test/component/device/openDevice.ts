// A device with a database of its own, and pages of it. Nothing is pretended but the database.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';

/** The name that the database has on a site at the root of its host. */
export const DATABASE = 'broadsheet /';

/** An empty device. */
export function openDevice(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
}

/** A page that was just loaded: modules that remember nothing. */
export async function openPage() {
  vi.resetModules();
  const [marks, readMarks, exportOwn, positions, savedPosts, storageState, settings, forget, ownDatabase] =
    await Promise.all([
      import('#device/marks.ts'),
      import('#device/readMarks.ts'),
      import('#device/exportOwn.ts'),
      import('#device/positions.ts'),
      import('#device/savedPosts.ts'),
      import('#device/storageState.ts'),
      import('#device/settings.ts'),
      import('#device/forgetOwn.ts'),
      import('#device/ownDatabase.ts'),
    ]);
  await readMarks.followReadMarks();
  return {
    ...marks,
    ...readMarks,
    ...exportOwn,
    ...positions,
    ...savedPosts,
    ...storageState,
    ...settings,
    ...forget,
    ...ownDatabase,
  };
}
