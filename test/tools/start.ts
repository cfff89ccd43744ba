// `npm start [-- <jekyll-folder>]`: builds, publishes the demo or another folder, and serves it until stopped.
import { createServer } from 'node:net';
import { basename, resolve } from 'node:path';
import { slugOf } from '#shared/paths.ts';
import { fnv1a64 } from '#shared/hash.ts';
import { cacheFolder } from './cacheFolder.ts';
import { runCommand, runShell } from './runCommand.ts';

const CLI = 'dist/cli.js';
const PORT = 4173;

/** Whether a port can be listened on here; where not, any other will do, and the address is printed. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}

/** Where a folder's site lies: the same place every time, so that a second start only writes what changed. */
function siteFolder(jekyllFolder: string): string {
  if (jekyllFolder === resolve('demo')) return 'site';
  return cacheFolder('sites', `${slugOf(basename(jekyllFolder))}-${fnv1a64(jekyllFolder)}`);
}

async function start(jekyllFolder: string): Promise<number> {
  const out = siteFolder(jekyllFolder);
  const built = await runShell('npm run --silent build');
  if (built !== 0) return built;
  const published = await runCommand(process.execPath, [CLI, 'publish', jekyllFolder, out]);
  if (published !== 0) return published;
  const port = (await isFree(PORT)) ? PORT : 0;
  return runCommand(process.execPath, [CLI, 'serve', out, '--port', String(port)]);
}

/** Starts what the arguments ask for. Resolves with the exit code of whatever failed first, or was stopped. */
export function main([folder = 'demo', ...rest]: readonly string[]): Promise<number> {
  if (rest.length === 0 && !folder.startsWith('-')) return start(resolve(folder));
  console.error('usage: npm start [-- <jekyll-folder>]');
  return Promise.resolve(2);
}
