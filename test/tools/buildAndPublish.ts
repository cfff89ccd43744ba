import { basename, resolve } from 'node:path';
import { fnv1a64 } from '#shared/hash.ts';
import { slugOf } from '#shared/paths.ts';
import { cacheFolder } from './cacheFolder.ts';
import { runCommand, runShell } from './runCommand.ts';

/** Broadsheet's own command line, once built. */
export const CLI = 'dist/cli.js';

/** Where a folder's site lies: the same place every time, so that a second start only writes what changed. */
export function siteFolder(jekyllFolder: string): string {
  if (jekyllFolder === resolve('demo')) return 'site';
  return cacheFolder('sites', `${slugOf(basename(jekyllFolder))}-${fnv1a64(jekyllFolder)}`);
}

/** Builds everything and publishes a Jekyll folder. Resolves with the exit code of what failed first. */
export async function buildAndPublish(jekyllFolder: string, options: readonly string[] = []): Promise<number> {
  return (await runShell('npm run --silent build')) || publish(jekyllFolder, options);
}

/** Publishes a Jekyll folder with what was built last. Resolves with the exit code. */
export function publish(jekyllFolder: string, options: readonly string[] = []): Promise<number> {
  return runCommand(process.execPath, [CLI, 'publish', jekyllFolder, siteFolder(jekyllFolder), ...options]);
}
