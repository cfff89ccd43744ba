import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Archive } from './archive.ts';

/** The commit that holds the archive without anything added. */
const BASE = 'archive';

/** Makes the posts a git repository: the one they were before, when it is whole, else a new one of one commit. */
export async function bringRepository(archive: Archive): Promise<void> {
  const place = placeOf(archive);
  if (existsSync(asideOf(archive))) {
    await rename(asideOf(archive), place);
    const isWhole = await git(archive, 'reset', '--quiet', '--hard', BASE).then(
      () => true,
      () => false,
    );
    if (isWhole) return;
    await rm(place, { recursive: true });
  }
  await git(archive, 'init', '--quiet');
  // One pack in place of a file for each post.
  await git(archive, '-c', 'core.bigFileThreshold=1', 'add', '--all');
  await commit(archive);
  await git(archive, 'tag', BASE);
}

/** Takes the repository away from the posts, which stay. */
export async function takeRepository(archive: Archive): Promise<void> {
  if (existsSync(placeOf(archive))) await rename(placeOf(archive), asideOf(archive));
}

/** Commits files of the Jekyll folder. */
export async function commitFiles(archive: Archive, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await git(archive, 'add', '--', ...paths);
  await commit(archive);
}

function asideOf({ root }: Archive): string {
  return join(root, 'posts.git');
}

function placeOf({ posts }: Archive): string {
  return join(posts, '.git');
}

async function commit(archive: Archive): Promise<void> {
  await git(archive, '-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '--quiet', '-m', 'posts');
}

async function git({ posts }: Archive, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)('git', ['-C', posts, ...args], { maxBuffer: 1e8 });
}
