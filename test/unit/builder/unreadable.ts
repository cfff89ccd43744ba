import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Read = (path: unknown, ...rest: unknown[]) => unknown;

const NAMES = ['lstatSync', 'openSync', 'readFileSync', 'readdirSync'] as const;

/**
 * Runs something to which the disk answers with an error (`EACCES`, `EIO`) for a file or folder: it is seen, but cannot
 * be read, and nothing in it can be looked at.
 */
export async function whileUnreadable<T>(blocked: string, code: string, run: () => T): Promise<Awaited<T>> {
  const real = Object.fromEntries(NAMES.map((name) => [name, fs[name] as Read])); // Told apart by name alone.
  for (const [name, read] of Object.entries(real)) {
    const failing: Read = (path, ...rest) => {
      const at = typeof path === 'string' ? path : '';
      const isSeen = at === blocked && name === 'lstatSync';
      if ((at === blocked || at.startsWith(`${blocked}/`)) && !isSeen)
        throw Object.assign(new Error(`${code}: ${name} '${at}'`), { code });
      return read(path, ...rest);
    };
    Object.assign(fs, { [name]: failing });
  }
  syncBuiltinESMExports();
  try {
    return await run();
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}
