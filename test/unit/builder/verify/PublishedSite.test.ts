import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Journal, writeJournal } from '#builder/files/journal.ts';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import { APP_FOLDER, differences, makeFolder, putFiles, readFiles, readServed } from '../folders.ts';
import { numberedPosts } from '../posts.ts';

const STAGE = '.broadsheet/new';
const NOTES = '.broadsheet/site.json';

let before = '';
let after = '';

beforeAll(async () => {
  [before, after] = [await publishedSite(30), await publishedSite(31)];
});

async function publishedSite(count: number): Promise<string> {
  const [folder, out] = [makeFolder(numberedPosts(count)), makeFolder()];
  await publish({ folder, out, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 21) });
  return out;
}

/** The site of 30 posts, in which a publish of 31 was killed after so many files had been moved into place. */
function killedAfter(moved: number): { out: string; journal: Journal } {
  const out = makeFolder();
  cpSync(before, out, { recursive: true });
  const [old, now] = [readServed(before), readServed(after)];
  const changed = differences(old, now).filter((path) => path in now);
  const moves = [...changed, NOTES].map((path, index): [string, string] => [path, String(index)]);
  for (const [path, name] of moves) putFiles(out, { [`${STAGE}/${name}`]: readFileSync(join(after, path)) });
  const journal: Journal = { clear: [], moves, remove: Object.keys(old).filter((path) => !(path in now)) };
  writeJournal(out, journal);
  for (const [path, name] of moves.slice(0, moved)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    renameSync(join(out, STAGE, name), join(out, path));
  }
  return { out, journal };
}

test.each([0, 1, 3])('a publish killed after %i files were moved is judged by what it will be', (moved) => {
  const { out } = killedAfter(moved);
  expect(verify(out)).toMatchObject({ isUnfinished: true, articles: 31, problems: [] });
});

test('looking at an unfinished publish changes nothing', () => {
  const { out } = killedAfter(2);
  const found = readFiles(out);
  verify(out);
  expect(readFiles(out)).toEqual(found);
});

test('a file that was to be moved and is nowhere is found', () => {
  const { out, journal } = killedAfter(0);
  const [path, name] = journal.moves.find(([path]) => path.startsWith('data/posts/')) ?? ['', ''];
  rmSync(join(out, STAGE, name));
  expect(verify(out).problems).toContainEqual(expect.objectContaining({ file: path, found: 'is missing' }));
});

test('what waits of a publish that did not come to its journal counts for nothing', () => {
  const { out } = killedAfter(0);
  rmSync(join(out, '.broadsheet/journal'));
  expect(verify(out)).toMatchObject({ isUnfinished: false, articles: 30, problems: [] });
});
