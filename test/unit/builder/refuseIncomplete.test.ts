import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import { APP_FOLDER, differences, makeFolder, putFiles, readServed } from './folders.ts';
import { numberedPosts, postText } from './posts.ts';

const NEW = { '_posts/2024-05-31-new.md': postText({ title: '潮', categories: 'harbour' }) };

test.each([
  'data/manifest.json',
  'data/front.json',
  'data/categories.json',
  'data/streams/all/head.json',
  'data/streams/all/2024.json',
  'index.html',
  'sw.js',
])('a site from which %s was taken is made whole by the next publish', async (missing) => {
  const notices: string[] = [];
  const folder = makeFolder(numberedPosts(20));
  const [out, clean] = [makeFolder(), makeFolder()];
  const run = { folder, appFolder: APP_FOLDER, nowMs: Date.UTC(2027, 0, 15), keepMs: 0 };
  await publish({ ...run, out });
  rmSync(join(out, missing));
  putFiles(folder, NEW);
  const { mode } = await publish({ ...run, out, onNotice: (notice) => notices.push(notice) });
  expect([mode, notices]).toEqual(['full', [expect.stringContaining(`${missing} is missing`)]]);
  expect(verify(out).problems).toEqual([]);
  await publish({ ...run, out: clean });
  expect(differences(readServed(out), readServed(clean))).toEqual([]);
  expect(readdirSync(out)).toEqual(readdirSync(clean));
});
