import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { generatePosts } from '../bench/generatePosts.ts';
import { inventPost } from '../bench/inventPost.ts';

const CLI = 'dist/cli.js';

/** A site published for tests and served until closed. */
export type ServedSite = {
  /** Its home, with a closing slash. */
  readonly url: string;
  /** Where its files lie. */
  readonly folder: string;
  readonly close: () => Promise<void>;
};

/**
 * Publishes a Jekyll folder into a temporary one, with more options where they are given, and serves that. Throws with
 * the builder's words when it fails.
 */
export async function publishAndServe(jekyllFolder: string, options: readonly string[] = []): Promise<ServedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-'));
  await promisify(execFile)(process.execPath, [CLI, 'publish', jekyllFolder, folder, ...options]);
  const server = spawn(process.execPath, [CLI, 'serve', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(server);
  const close = async () => {
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  return { url, folder, close };
}

/** The same for that many invented posts. */
export async function publishGenerated(count: number, perDay: number): Promise<ServedSite> {
  const posts = await mkdtemp(join(tmpdir(), 'broadsheet-posts-'));
  try {
    await generatePosts(posts, count, (place) => inventPost(place, perDay));
    return await publishAndServe(posts);
  } finally {
    await rm(posts, { recursive: true });
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server was started without a pipe for its output');
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) return address.endsWith('/') ? address : `${address}/`;
  }
  throw new Error(`${CLI} serve ended without printing an address`);
}
