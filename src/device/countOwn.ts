import { withOwn } from './ownDatabase.ts';
import { positionsInMemory } from './positions.ts';
import { loadReadMarks } from './readMarks.ts';
import { savedNotes } from './savedPosts.ts';
import { askSpace, isPersisted } from './space.ts';

/** How much there is of the reader's own, and how it is kept. */
export type OwnCounts = {
  /** Articles marked one by one, and lists as a whole. */
  readonly read: number;
  readonly lists: number;
  readonly saved: number;
  readonly places: number;
  /** What the site takes of this device; null where the browser does not say. */
  readonly usedBytes: number | null;
  /** Whether the browser has promised to keep it. */
  readonly isPersistent: boolean;
};

/** Counts what is the reader's own. Never rejects. */
export async function countOwn(): Promise<OwnCounts> {
  const [{ marks, watermarks }, saved, places, space, isPersistent] = await Promise.all([
    loadReadMarks(),
    savedNotes(),
    withOwn((own) => own.count('places'), positionsInMemory().length),
    askSpace(),
    isPersisted(),
  ]);
  const read = [...marks.values()].filter(({ isUnread }) => !isUnread).length;
  const usedBytes = space && space.usedBytes;
  return { read, lists: watermarks.size, saved: saved.length, places, usedBytes, isPersistent };
}
