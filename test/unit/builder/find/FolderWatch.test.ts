import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FolderWatch } from '#builder/find/FolderWatch.ts';
import { makeFolder, putFiles } from '../folders.ts';

let folder: string;
let watch: FolderWatch;
let told: (string | null)[];

beforeEach(() => {
  folder = makeFolder({ '_posts/2024/a.md': '', 'site/index.html': '', '.git/HEAD': '', 'node_modules/x/y.js': '' });
  told = [];
  watch = new FolderWatch({ folder, out: join(folder, 'site') }, (path) => told.push(path));
});
afterEach(() => watch.close());

function seen(path: string | null): Promise<void> {
  return vi.waitFor(() => expect(told).toContain(path), { timeout: 10_000 });
}

test('files that are written, made and removed are told, however deep', async () => {
  putFiles(folder, { '_posts/2024/a.md': 'x', '潮.png': '' });
  await seen('_posts/2024/a.md');
  await seen('潮.png');
  told = [];
  rmSync(join(folder, '_posts/2024/a.md'));
  await seen('_posts/2024/a.md');
});

test('the site, dot folders and packages are not', async () => {
  putFiles(folder, {
    'site/index.html': 'x',
    '.git/HEAD': 'x',
    'node_modules/x/y.js': 'x',
    '.hidden': '',
    'last.md': '',
  });
  await seen('last.md');
  expect(new Set(told)).toEqual(new Set(['last.md']));
});

test('a new folder is watched, with what is in it already', async () => {
  const elsewhere = makeFolder({ 'new/deep/b.md': '' });
  renameSync(join(elsewhere, 'new'), join(folder, 'new'));
  await seen('new/deep/b.md');
  putFiles(folder, { 'new/deep/c.md': '' });
  await seen('new/deep/c.md');
});

test('a folder that is moved away is a change without a name', async () => {
  renameSync(join(folder, '_posts/2024'), join(makeFolder(), '2024'));
  await seen(null);
  told = [];
  mkdirSync(join(folder, '_posts/2024'));
  putFiles(folder, { '_posts/2024/again.md': '' });
  await seen('_posts/2024/again.md');
});
