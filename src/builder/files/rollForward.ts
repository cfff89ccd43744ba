import { carryOut, dropJournal, hasJournal, isWhole, readJournal, type Told, writeJournal } from './journal.ts';
import { placeNow } from './Stage.ts';
import { readUnlisted } from './unlisted.ts';
import { FRESH_MARK } from './WriteError.ts';

/**
 * Finishes what a killed publish had begun to move into place, and answers with what earlier ones did and told nobody;
 * null when there is no such thing. Where a list is asked for, it stays noted until that is handed over. Where the
 * publish cannot be finished, since a file that waited is missing or damaged, a full one is called for. Throws
 * `WriteError`.
 */
export function rollForward(out: string, { isListed }: { readonly isListed: boolean }): Told | null {
  const journal = readJournal(out);
  if (journal && isWhole(out, journal)) {
    const list = journal.list ?? { written: journal.moves.map(([path]) => path), removed: journal.remove };
    const isNoted = isListed && !journal.list;
    if (isNoted) writeJournal(out, { ...journal, list });
    carryOut(out, isNoted ? { ...journal, list } : journal);
    return list;
  }
  if (hasJournal(out)) {
    placeNow(out, FRESH_MARK, Buffer.alloc(0));
    dropJournal(out);
  }
  return readUnlisted(out);
}
