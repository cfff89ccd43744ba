import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CLI } from '../../tools/buildAndPublish.ts';

const WRONG_USAGE = 2;

/**
 * Publishes a Jekyll folder anew, with that many pages of articles, or none. Answers false when the builder knows no
 * pages, and everything was published without. Throws with its words when it fails.
 */
export async function publishOwn(posts: string, out: string, pages: number | 'none'): Promise<boolean> {
  await rm(out, { recursive: true, force: true });
  try {
    await publish(posts, out, ['--pages', String(pages)]);
    return true;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === WRONG_USAGE)) throw cause;
    await publish(posts, out, []);
    return false;
  }
}

async function publish(posts: string, out: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [CLI, 'publish', posts, out, ...args], { maxBuffer: 1e8 });
}
