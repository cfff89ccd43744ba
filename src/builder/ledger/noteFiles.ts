import { compareText } from '#builder/report.ts';
import type { Ledger } from './Ledger.ts';
import type { FileNote } from './notes.ts';

const SHARDS_AT_ONCE = 100;

/** Notes many files in a ledger, some shards at a time, so that only these are in memory. */
export function noteFiles(notes: Iterable<readonly [path: string, note: FileNote]>, ledger: Ledger): void {
  const shards = new Map<string, (readonly [string, FileNote])[]>();
  for (const note of notes) {
    const name = ledger.shardName(note[0]);
    const inShard = shards.get(name);
    if (inShard) inShard.push(note);
    else shards.set(name, [note]);
  }
  for (const [index, name] of [...shards.keys()].toSorted(compareText).entries()) {
    for (const [path, note] of shards.get(name) ?? []) ledger.setFile(path, note);
    if (index % SHARDS_AT_ONCE === SHARDS_AT_ONCE - 1) ledger.save();
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
