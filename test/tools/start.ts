// `npm start [-- <jekyll-folder>]`: builds, publishes the demo or another folder, and serves it until stopped.
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { buildAndPublish, CLI, siteFolder } from './buildAndPublish.ts';
import { runCommand } from './runCommand.ts';

const PORT = 4173;

/** Whether a port can be listened on here; where not, any other will do, and the address is printed. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}

async function start(jekyllFolder: string): Promise<number> {
  const failed = await buildAndPublish(jekyllFolder);
  if (failed !== 0) return failed;
  const port = (await isFree(PORT)) ? PORT : 0;
  return runCommand(process.execPath, [CLI, 'serve', siteFolder(jekyllFolder), '--port', String(port)]);
}

/** Starts what the arguments ask for. Resolves with the exit code of whatever failed first, or was stopped. */
export function main([folder = 'demo', ...rest]: readonly string[]): Promise<number> {
  if (rest.length === 0 && !folder.startsWith('-')) return start(resolve(folder));
  console.error('usage: npm start [-- <jekyll-folder>]');
  return Promise.resolve(2);
}
