import { groupBy } from '#builder/files/dataFile.ts';
import { compareText } from '#builder/report.ts';
import type { Ledger } from './Ledger.ts';
import type { FileNote } from './notes.ts';

const SHARDS_AT_ONCE = 100;

/** Files to be noted: their paths, and the note of each by its position there. */
export type ToNote = { readonly paths: readonly string[]; readonly noteAt: (index: number) => FileNote };

/** Notes many files in a ledger, some shards at a time, so that only these are in memory. */
export function noteFiles({ paths, noteAt }: ToNote, ledger: Ledger): void {
  const shards = groupBy(paths.keys(), (index) => ledger.shardName(paths[index] ?? ''));
  for (const [position, name] of [...shards.keys()].toSorted(compareText).entries()) {
    for (const index of shards.get(name) ?? []) ledger.setFile(paths[index] ?? '', noteAt(index));
    if (position % SHARDS_AT_ONCE === SHARDS_AT_ONCE - 1) ledger.save();
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
