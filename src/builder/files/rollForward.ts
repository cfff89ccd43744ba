import { carryOut, dropJournal, hasJournal, isWhole, type Journal, readJournal } from './journal.ts';
import { placeNow } from './Stage.ts';
import { FRESH_MARK } from './WriteError.ts';

/**
 * Finishes what a killed publish had begun to move into place, and answers with what that was; null when there was
 * nothing. Where it cannot be finished, since a file that waited is missing or damaged, a full publish is called for.
 * Throws `WriteError`.
 */
export function rollForward(out: string): Journal | null {
  const journal = readJournal(out);
  if (journal && isWhole(out, journal)) {
    carryOut(out, journal);
    return journal;
  }
  if (hasJournal(out)) {
    placeNow(out, FRESH_MARK, Buffer.alloc(0));
    dropJournal(out);
  }
  return null;
}
