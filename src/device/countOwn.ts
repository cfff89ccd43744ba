import { withOwn } from './ownDatabase.ts';
import { positionsInMemory } from './positions.ts';
import { loadReadMarks } from './readMarks.ts';
import { loadSaved } from './savedPosts.ts';
import { readStorageUse, type StorageUse } from './storageUse.ts';

/** How much there is of the reader's own, and how it is kept. */
export type OwnCounts = {
  /** Articles marked one by one, and lists as a whole. */
  readonly read: number;
  readonly lists: number;
  readonly saved: number;
  readonly places: number;
  /** Null where the browser does not say. */
  readonly use: StorageUse | null;
};

/** Counts what is the reader's own. Never rejects. */
export async function countOwn(): Promise<OwnCounts> {
  const [{ marks, watermarks }, saved, places, use] = await Promise.all([
    loadReadMarks(),
    loadSaved(),
    withOwn((own) => own.count('places'), positionsInMemory().length),
    readStorageUse(),
  ]);
  const read = [...marks.values()].filter(({ isUnread }) => !isUnread).length;
  return { read, lists: watermarks.size, saved: saved.length, places, use };
}
