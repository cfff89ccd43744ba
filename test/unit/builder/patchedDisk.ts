import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Call = (...args: readonly unknown[]) => unknown;

/** A call of a function of `node:fs`, which may be made or not. */
export type DiskCall = {
  readonly name: string;
  readonly args: readonly unknown[];
  /** The file or folder it is about; empty where that is told by a number. */
  readonly path: string;
  /** The functions as they are. */
  readonly real: Readonly<Record<string, Call>>;
};

export const CHANGES = [
  ...(['appendFileSync', 'copyFileSync', 'linkSync', 'mkdirSync', 'renameSync', 'rmdirSync', 'rmSync'] as const),
  ...(['symlinkSync', 'truncateSync', 'unlinkSync', 'utimesSync', 'writeFileSync', 'writeSync'] as const),
];
export const READS = ['lstatSync', 'openSync', 'readFileSync', 'readdirSync', 'statSync'] as const;

/** Runs something while `answer` stands in the place of some functions of `node:fs`, all modules' alike. */
export async function onPatchedDisk<T>(
  names: readonly (keyof typeof fs)[],
  answer: (call: DiskCall) => unknown,
  run: () => T,
): Promise<Awaited<T>> {
  const real = Object.fromEntries(names.map((name) => [name, fs[name] as Call])); // Told apart by name alone.
  for (const name of names) {
    const patched: Call = (...args) => answer({ name, args, path: typeof args[0] === 'string' ? args[0] : '', real });
    Object.assign(fs, { [name]: patched });
  }
  syncBuiltinESMExports();
  try {
    return await run();
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}

/** Makes a call as it was meant. */
export function pass({ name, args, real }: DiskCall): unknown {
  return real[name]?.(...args);
}

/** Writes the first half of the file that a call was to write. */
export function writeHalf({ args: [path, content, options], real }: DiskCall): void {
  const bytes = Buffer.from(content as string | Buffer); // No other kind is written.
  real['writeFileSync']?.(path, bytes.subarray(0, bytes.length / 2), options);
}

/** What the system answers when a call fails. */
export function systemError(code: string, { name, path }: DiskCall): Error {
  return Object.assign(new Error(`${code}: ${name} '${path}'`), { code, path });
}
