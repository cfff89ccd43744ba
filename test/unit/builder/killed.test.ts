import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { verify } from '#builder/verify.ts';
import type { Manifest } from '#shared/archive.ts';
import { differences, makeFolder, putFiles, readServed } from './folders.ts';
import { numberedPost, numberedPosts } from './posts.ts';

const CLI = 'dist/cli.js';
const KILLER = pathToFileURL('test/fixtures/killAt.mjs').href;
const NOW_S = Date.UTC(2026, 10, 21, 2) / 1000;
const MANY_MS = 600_000;
const POSTS = 30;

/** Fewer than there are posts, so that a new post takes the page of an older one away. */
const PAGES = 20;

/** How many moments, spread over all, a run is killed at. */
const REVISIONS_KILLED = 80;
const FULL_RUNS_KILLED = 25;

let before = '';
let posts = '';
let old: Record<string, string> = {};
let clean: Record<string, string> = {};
let generations: readonly string[] = [];

beforeAll(() => {
  expect(existsSync(CLI), `${CLI} is missing: run "npm run build" first`).toBe(true);
  posts = makeFolder({
    '_config.yml': 'title: 潮信\nurl: https://lanpu.example\ntimezone: Asia/Shanghai\n',
    ...numberedPosts(POSTS),
  });
  before = makeFolder();
  run(before);
  old = readServed(before);
  putFiles(posts, { ...numberedPost(101), ...numberedPost(29, '<p>改了。</p>'), 'pier.png': 'png' });
  rmSync(join(posts, '_posts/2024-05-01-no7.md'));
  const after = makeFolder();
  run(after);
  clean = readServed(after);
  generations = [before, after].map(generationOf);
}, MANY_MS);

test('what is killed here writes, changes and takes away pages, feeds and a sitemap', () => {
  const changed = differences(old, clean);
  for (const path of ['index.html', 'feed.xml', 'feed.json', 'sitemap-2024.xml']) expect(changed).toContain(path);
  const pages = changed.filter((path) => path.endsWith('.html'));
  expect(pages.filter((path) => !(path in old)).length).toBeGreaterThan(1);
  expect(pages.filter((path) => !(path in clean)).length).toBeGreaterThan(0);
});

test(
  'a publish of changes that is killed anywhere leaves the old site or the new one, and the next finishes it',
  () => {
    for (const at of momentsOf(before, REVISIONS_KILLED)) expectWholeAfterKill(before, at);
  },
  MANY_MS,
);

test(
  'a first publish that is killed anywhere is taken up by the next',
  () => {
    const nothing = makeFolder();
    for (const at of momentsOf(nothing, FULL_RUNS_KILLED)) {
      const out = copyOf(nothing);
      expect(run(out, { KILL_AT: String(at) }).signal).toBe('SIGKILL');
      expect(neitherIn(out, [clean]), `after a kill at call ${at}`).toEqual([]);
      expectFinished(out, at);
    }
  },
  MANY_MS,
);

function expectWholeAfterKill(from: string, at: number): void {
  const out = copyOf(from);
  expect(run(out, { KILL_AT: String(at) }).signal).toBe('SIGKILL');
  expect(verify(out).problems, `after a kill at call ${at}`).toEqual([]);
  expect(generations).toContain(generationOf(out));
  expect(neitherIn(out, [old, clean]), `after a kill at call ${at}`).toEqual([]);
  expectFinished(out, at);
}

function expectFinished(out: string, at: number): void {
  const { status, stderr } = run(out);
  expect([at, status, stderr]).toEqual([at, 0, expect.any(String)]);
  expect(verify(out).problems, `finished after a kill at call ${at}`).toEqual([]);
  expect(readServed(out), `finished after a kill at call ${at}`).toEqual(clean);
  rmSync(out, { recursive: true });
}

/** Files that are served, and are whole in none of some sites. */
function neitherIn(out: string, sites: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const served = Object.entries(readServed(out));
  return served.filter(([path, bytes]) => sites.every((site) => site[path] !== bytes)).map(([path]) => path);
}

/** Numbers of calls at which to kill a publish over a copy of a site folder: the first, the last, and evenly between. */
function momentsOf(from: string, count: number): readonly number[] {
  const [out, counted] = [copyOf(from), join(makeFolder(), 'count')];
  run(out, { COUNT_TO: counted });
  const calls = Number(readFileSync(counted, 'utf8'));
  const moments = Math.min(calls, count);
  return Array.from({ length: moments }, (_moment, index) => 1 + Math.floor((index * (calls - 1)) / (moments - 1)));
}

function copyOf(folder: string): string {
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

function generationOf(out: string): string {
  return (JSON.parse(readFileSync(join(out, 'data/manifest.json'), 'utf8')) as Manifest).generation; // Ours.
}

function run(out: string, env: Readonly<Record<string, string>> = {}) {
  const all = { ...process.env, SOURCE_DATE_EPOCH: String(NOW_S), ...env };
  const args = ['--import', KILLER, CLI, 'publish', posts, out, '--keep', '0', '--pages', String(PAGES)];
  return spawnSync(process.execPath, args, { env: all, encoding: 'utf8' });
}
