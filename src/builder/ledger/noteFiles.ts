import { groupBy } from '#builder/files/dataFile.ts';
import { compareText } from '#builder/report.ts';
import type { Ledger } from './Ledger.ts';
import type { FileNote } from './notes.ts';

// A day may have a thousand files or one, and so may its shard.
const FILES_AT_ONCE = 5000;

/** Files to be noted: their paths, and the note of each by its position there. */
export type ToNote = { readonly paths: readonly string[]; readonly noteAt: (index: number) => FileNote };

/** Notes many files in a ledger, whole shards at a time, so that only some thousand notes are in memory. */
export function noteFiles({ paths, noteAt }: ToNote, ledger: Pick<Ledger, 'shardName' | 'setFile' | 'save'>): void {
  const shards = groupBy(paths.keys(), (index) => ledger.shardName(paths[index] ?? ''));
  let unsaved = 0;
  for (const name of [...shards.keys()].toSorted(compareText)) {
    const indexes = shards.get(name) ?? [];
    for (const index of indexes) ledger.setFile(paths[index] ?? '', noteAt(index), name);
    unsaved += indexes.length;
    if (unsaved < FILES_AT_ONCE) continue;
    ledger.save();
    unsaved = 0;
  }
  ledger.save();
}

/** Notes which folded addresses files ask for and did not get, in the place of what was noted of them before. */
export function noteWants(
  wants: Iterable<readonly [path: string, then: readonly string[], now: readonly string[]]>,
  ledger: Ledger,
): void {
  for (const [path, then, now] of wants) {
    const lost = then.filter((folded) => !now.includes(folded));
    for (const folded of lost)
      ledger.setWanting(
        folded,
        ledger.wanting(folded).filter((other) => other !== path),
      );
    for (const folded of now)
      ledger.setWanting(folded, [...new Set([...ledger.wanting(folded), path])].toSorted(compareText));
  }
}
