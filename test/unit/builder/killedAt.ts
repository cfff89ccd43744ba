import fs, { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/** What stands for the end of the process. */
class Killed extends Error {}

type Change = (path: string, ...rest: unknown[]) => unknown;

const NAMES = [
  ...(['appendFileSync', 'copyFileSync', 'linkSync', 'mkdirSync', 'renameSync', 'rmdirSync', 'rmSync'] as const),
  ...(['symlinkSync', 'truncateSync', 'unlinkSync', 'utimesSync', 'writeFileSync', 'writeSync'] as const),
];

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
  const real = Object.fromEntries(NAMES.map((name) => [name, fs[name] as Change])); // Told apart by name alone.
  for (const [name, change] of Object.entries(real)) {
    const counted: Change = (path, ...rest) => {
      if (++count < nth) return change(path, ...rest);
      if (count === nth) doPart(name, real, [path, ...rest]);
      throw new Killed();
    };
    Object.assign(fs, { [name]: counted });
  }
  syncBuiltinESMExports();
  try {
    await run();
  } catch (cause) {
    if (count < nth) throw cause;
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
  return count;
}

function doPart(name: string, real: Readonly<Record<string, Change>>, [path, ...rest]: [string, ...unknown[]]): void {
  if (name === 'writeFileSync') {
    const bytes = Buffer.from(rest[0] as string | Buffer); // No other kind is written.
    real[name]?.(path, bytes.subarray(0, bytes.length / 2), rest[1]);
  } else if (name === 'rmSync' && existsSync(path) && fs.statSync(path).isDirectory()) {
    const [first] = readdirSync(path);
    if (first !== undefined) real[name]?.(join(path, first), ...rest);
  }
}

/** Makes a lock that was left behind one whose process is gone. */
export function loseHolder(out: string): void {
  const lock = join(out, '.broadsheet/lock');
  if (existsSync(lock)) writeFileSync(lock, readFileSync(lock, 'utf8').replace(/"start":"[^"]*"/, '"start":"gone"'));
}
