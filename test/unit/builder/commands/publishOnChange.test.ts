import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { makeFolder, putFiles } from '../folders.ts';
import { numberedPost, numberedPosts, postText } from '../posts.ts';
import { CLI } from './runCli.ts';

const CONFIG = { '_config.yml': 'url: https://lanpu.example\n' };

let child: ChildProcess | null = null;
afterEach(() => void child?.kill('SIGKILL'));

/** Starts `publish --watch`; what it says can be waited for, a piece at a time. */
function watching(folder: string, out: string) {
  const started = spawn(process.execPath, [CLI, 'publish', folder, out, '--watch']);
  child = started;
  let said = '';
  started.stderr.on('data', (data) => (said += String(data)));
  const says = async (pattern: RegExp) => {
    await vi.waitFor(() => expect(said).toMatch(pattern), { timeout: 15_000 });
    said = '';
  };
  return { says, stop: () => (started.kill('SIGINT'), once(started, 'exit')) };
}

test('what changes is published, until Ctrl-C', { timeout: 60_000 }, async () => {
  const [folder, out] = [makeFolder({ ...CONFIG, ...numberedPosts(2) }), makeFolder()];
  const { says, stop } = watching(folder, out);
  await says(/: 2 posts,[^]*for all posts\nWatching .*; Ctrl-C ends it\.\n$/);
  putFiles(folder, numberedPost(5));
  await says(/: 3 posts,[^]*1 new\n[^]*for what changed\n$/);
  rmSync(join(folder, Object.keys(numberedPost(1))[0] ?? ''));
  await says(/: 2 posts,[^]*1 removed\n[^]*for what changed\n$/);
  expect(await stop()).toEqual([0, null]);
});

test('what stops a publish does not end the watch, and is tried again', { timeout: 60_000 }, async () => {
  const [folder, out] = [makeFolder(numberedPosts(1)), makeFolder()];
  const { says, stop } = watching(folder, out);
  await says(/Watching/);
  // Removing every post is refused.
  rmSync(join(folder, Object.keys(numberedPost(0))[0] ?? ''));
  await says(/no posts[^]*was left as it is/);
  putFiles(folder, numberedPost(5));
  await says(/: 1 post,[^]*1 new, 1 removed\n/);
  expect(await stop()).toEqual([0, null]);
});

test('a post is published when its time has come, without a change', { timeout: 60_000 }, async () => {
  const due = new Date(Date.now() + 8000).toISOString().replace('T', ' ').slice(0, 19);
  const later = { '_posts/2024-05-09-later.md': postText({ title: '潮', date: `${due} +0000` }) };
  const [folder, out] = [makeFolder({ ...numberedPosts(1), ...later }), makeFolder()];
  const { says, stop } = watching(folder, out);
  await says(/: 1 post,[^]*Watching/);
  await says(/: 2 posts,[^]*1 new\n/);
  expect(await stop()).toEqual([0, null]);
});
