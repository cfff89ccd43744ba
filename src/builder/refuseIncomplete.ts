import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { directoryFile, FRONT_FILE, headFile, MANIFEST_FILE } from '#shared/paths.ts';
import { DamagedSiteError } from './files/DamagedSiteError.ts';

const DATA = [
  MANIFEST_FILE,
  FRONT_FILE,
  headFile('all', ''),
  directoryFile('category'),
  directoryFile('tag'),
  directoryFile('source'),
].map((path) => `data/${path}`);

/**
 * Throws `DamagedSiteError` when a file that every site has, or one of the app's, is gone from the site folder. It would
 * be put there again, but counted twice: what it held is not known any more.
 */
export function refuseIncomplete(out: string, appPaths: readonly string[]): void {
  for (const path of [...DATA, ...appPaths])
    if (!existsSync(join(out, path))) throw new DamagedSiteError(`${path} is missing`);
}
