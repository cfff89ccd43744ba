import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { changesSince } from '#builder/find/changesSince.ts';
import { contentHash } from '#builder/find/contentHash.ts';
import { gitState } from '#builder/find/git.ts';
import type { FileNote } from '#builder/ledger/notes.ts';
import type { Progress } from '#builder/PublishRun.ts';
import { Report } from '#builder/report.ts';
import { type Files, makeFolder, putFiles } from '../folders.ts';
import { siteOf } from '../sites.ts';

const POSTS: Files = {
  '_posts/2024-05-30-a.md': 'a',
  '_posts/2024-05-30-潮.md': '潮',
  '_posts/old/2024-05-29-b.md': 'b',
  'pier.png': 'png',
};

function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@lanpu.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'ignore' });
}

function commitAll(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'x', '--allow-empty');
}

/** A folder below the root of a repository. */
function repository(): { root: string; folder: string } {
  const root = makeFolder(Object.fromEntries(Object.entries(POSTS).map(([path, text]) => [`site/${path}`, text])));
  git(root, 'init', '-q');
  commitAll(root);
  return { root, folder: join(root, 'site') };
}

function changesIn(folder: string, last: ReturnType<typeof gitState>) {
  const scan = { folder, out: join(folder, 'out'), site: siteOf(), noted: noNotes(), report: new Report() };
  return changesSince({ last, now: gitState(folder) }, scan);
}

function* noNotes(): Generator<readonly [string, FileNote]> {}

test('by git: added, edited, moved, removed, new and changed without a commit', () => {
  const { folder } = repository();
  const last = gitState(folder);
  expect(last?.dirty).toEqual([]);
  putFiles(folder, { '_posts/2024-05-30-a.md': 'aa', '_posts/2024-06-01-two\nlines.md': 'x' });
  renameSync(join(folder, '_posts/old/2024-05-29-b.md'), join(folder, '_posts/2024-05-29-b.md'));
  commitAll(folder);
  putFiles(folder, { '_posts/2024-06-02-new.md': 'n' });
  rmSync(join(folder, '_posts/2024-05-30-潮.md'));
  expect(changesIn(folder, last)).toEqual({
    paths: [
      '_posts/2024-05-29-b.md',
      '_posts/2024-05-30-a.md',
      '_posts/2024-05-30-潮.md',
      '_posts/2024-06-01-two\nlines.md',
      '_posts/2024-06-02-new.md',
      '_posts/old/2024-05-29-b.md',
    ],
  });
});

test('by git: a file that was changed at the last publish and put back is looked at again', () => {
  const { folder } = repository();
  putFiles(folder, { '_posts/2024-05-30-a.md': 'changed' });
  const last = gitState(folder);
  git(folder, 'checkout', '-q', '--', '.');
  expect(changesIn(folder, last).paths).toEqual(['_posts/2024-05-30-a.md']);
});

test('a commit that is not known any more means a walk, and a word', () => {
  const { folder } = repository();
  const { paths, notice } = changesIn(folder, { commit: 'f'.repeat(40), dirty: [] });
  expect(paths).toEqual(Object.keys(POSTS).toSorted());
  expect(notice).toMatch(/ffffffffffff, is not known here/);
});

test('a commit beyond a shallow clone means a walk', () => {
  const { root, folder } = repository();
  const last = gitState(folder);
  commitAll(root);
  const clone = makeFolder();
  git(clone, 'clone', '-q', '--depth=1', `file://${root}`, '.');
  const { paths, notice } = changesIn(join(clone, 'site'), last);
  expect(paths).toEqual(Object.keys(POSTS).toSorted());
  expect(notice).toContain(last?.commit.slice(0, 12));
});

test('by git: staged files, and what lies outside the folder', () => {
  const { root, folder } = repository();
  const last = gitState(folder);
  putFiles(root, { 'site/_posts/2024-06-01-c.md': 'c', 'beside.md': 'x', 'site2/x.md': 'x' });
  git(root, 'add', '-A');
  expect(changesIn(folder, last)).toEqual({ paths: ['_posts/2024-06-01-c.md'] });
  commitAll(root);
  expect(changesIn(folder, last)).toEqual({ paths: ['_posts/2024-06-01-c.md'] });
});

test('by git: a folder of posts that became a file', () => {
  const { root, folder } = repository();
  const last = gitState(folder);
  rmSync(join(folder, '_posts/old'), { recursive: true });
  putFiles(folder, { '_posts/old': 'x' });
  commitAll(root);
  expect(changesIn(folder, last)).toEqual({ paths: ['_posts/old', '_posts/old/2024-05-29-b.md'] });
});

test('of a repository within the folder git names no files: a walk, unless it is the site', () => {
  const { folder } = repository();
  const last = gitState(folder);
  putFiles(folder, { 'out/x.html': 'x' });
  git(join(folder, 'out'), 'init', '-q');
  expect(changesIn(folder, last)).toEqual({ paths: ['out/'] });
  putFiles(folder, { 'news/_posts/2024-06-01-c.md': 'c' });
  git(join(folder, 'news'), 'init', '-q');
  const { paths, notice } = changesIn(folder, last);
  expect(paths).toEqual(['news/_posts/2024-06-01-c.md', ...Object.keys(POSTS)].toSorted());
  expect(notice).toMatch(/^news\/ is a repository of its own/);
});

test('git is of no help in a folder that it ignores, before the first commit, and where it is not installed', () => {
  const { root, folder } = repository();
  putFiles(root, { '.gitignore': 'made/', 'made/_posts/2024-06-01-c.md': 'c' });
  expect(gitState(join(root, 'made'))).toBeNull();
  const fresh = makeFolder(POSTS);
  git(fresh, 'init', '-q');
  expect(gitState(fresh)).toBeNull();
  vi.stubEnv('PATH', makeFolder());
  expect(gitState(folder)).toBeNull();
  vi.unstubAllEnvs();
});

test('without git, by size and time: what came, changed, was touched, and went', () => {
  const folder = makeFolder(POSTS);
  expect(gitState(folder)).toBeNull();
  for (const path of Object.keys(POSTS)) utimesSync(join(folder, path), 1000, 1000);
  const noted = Object.entries(POSTS).map(([path, text]): [string, FileNote] => {
    const bytes = Buffer.from(text);
    return [path, { size: bytes.length, mtimeMs: 1_000_000, hash: contentHash(bytes) }];
  });
  const scan = () => ({ folder, out: join(folder, 'out'), site: siteOf(), noted, report: new Report() });
  expect(changesSince({ last: null, now: null }, scan())).toEqual({ paths: [] });
  putFiles(folder, { '_posts/2024-05-30-a.md': 'aa', 'new.png': 'x' });
  rmSync(join(folder, 'pier.png'));
  utimesSync(join(folder, '_posts/old/2024-05-29-b.md'), 2000, 2000);
  expect(changesSince({ last: null, now: null }, scan()).paths).toEqual([
    '_posts/2024-05-30-a.md',
    '_posts/old/2024-05-29-b.md',
    'new.png',
    'pier.png',
  ]);
});

test('a walk tells how far it is', () => {
  const folder = makeFolder(Object.fromEntries(Array.from({ length: 450 }, (_file, number) => [`${number}.png`, ''])));
  const noted = Array.from({ length: 450 }, (_file, number): [string, FileNote] => {
    return [`${number}.png`, { size: 0, mtimeMs: 0, hash: '' }];
  });
  const told: string[] = [];
  const onProgress = ({ phase, done, total }: Progress) => void told.push(`${phase} ${done} of ${total}`);
  const scan = { folder, out: join(folder, 'out'), site: siteOf(), noted, report: new Report(), onProgress };
  changesSince({ last: null, now: null }, scan);
  expect(told).toEqual([
    ...['finding 200 of undefined', 'finding 400 of undefined'],
    ...['comparing 50 of 450', 'comparing 250 of 450'],
  ]);
});
