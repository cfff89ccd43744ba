import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGES, type DiskCall, onPatchedDisk, pass, writeHalf } from './patchedDisk.ts';

/** What stands for the end of the process. */
class Killed extends Error {}

/**
 * Runs something up to its `nth` change of the disk, counted from 1, of which only a part is done: half a file is
 * written, one of several is removed. From then on the disk stays as it is, as if the process had been killed. Answers
 * whether it came so far; throws what the run throws when it did not.
 */
export async function killedAt(nth: number, run: () => unknown): Promise<boolean> {
  return (await countUpTo(nth, run)) >= nth;
}

/** How often a run changes the disk. */
export async function changesOfDisk(run: () => unknown): Promise<number> {
  return await countUpTo(Number.POSITIVE_INFINITY, run);
}

async function countUpTo(nth: number, run: () => unknown): Promise<number> {
  let count = 0;
  const change = (call: DiskCall) => {
    if (++count < nth) return pass(call);
    if (count === nth) doPart(call);
    throw new Killed();
  };
  try {
    await onPatchedDisk(CHANGES, change, run);
  } catch (cause) {
    if (count < nth) throw cause;
  }
  return count;
}

function doPart(call: DiskCall): void {
  const { name, path, args, real } = call;
  if (name === 'writeFileSync') writeHalf(call);
  else if (name === 'rmSync' && existsSync(path) && statSync(path).isDirectory()) {
    const [first] = readdirSync(path);
    if (first !== undefined) real[name]?.(join(path, first), ...args.slice(1));
  }
}

/** Makes a lock that was left behind one whose process is gone. */
export function loseHolder(out: string): void {
  const lock = join(out, '.broadsheet/lock');
  if (existsSync(lock)) writeFileSync(lock, readFileSync(lock, 'utf8').replace(/"start":"[^"]*"/, '"start":"gone"'));
}
