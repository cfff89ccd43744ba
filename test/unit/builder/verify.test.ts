import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { UsageError } from '#builder/UsageError.ts';
import { verify } from '#builder/verify.ts';
import { APP_FOLDER, makeFolder } from './folders.ts';
import { numberedPosts, postText } from './posts.ts';

let whole = '';

beforeAll(async () => {
  const linked = postText({
    title: '旧址',
    date: '2024-05-01 12:00:00 +0800',
    permalink: '/tide/',
    redirect_from: '/old/',
  });
  const folder = makeFolder({
    '_config.yml': 'timezone: Asia/Shanghai',
    ...numberedPosts(40),
    '_posts/2024-05-01-tide.md': linked,
  });
  whole = makeFolder();
  await publish({ folder, out: whole, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 21) });
});

/** What is found after a change to a published site. */
function foundAfter(change: (data: string) => void): string[] {
  const out = makeFolder();
  cpSync(whole, out, { recursive: true });
  change(join(out, 'data'));
  return verify(out).problems.map(({ file, found }) => `${file} ${found}`);
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file}: the test changed nothing`);
  writeFileSync(file, after);
}

function chunksOf(data: string): string[] {
  const folders = readdirSync(join(data, 'posts'));
  return folders.flatMap((folder) =>
    readdirSync(join(data, 'posts', folder)).map((file) => join(data, 'posts', folder, file)),
  );
}

test('a published site is whole', () => {
  expect(verify(whole)).toMatchObject({ articles: 41, problems: [] });
});

test.each<[string, (data: string) => void, RegExp]>([
  ['a missing manifest', (data) => rmSync(join(data, 'manifest.json')), /manifest\.json is missing/],
  ['a missing head', (data) => rmSync(join(data, 'streams/all/head.json')), /head\.json is missing/],
  [
    'a missing leaf',
    (data) => rmSync(join(data, 'streams/category/gangkou/2024.json')),
    /gangkou\/2024\.json is missing/,
  ],
  ['a missing day', (data) => rmSync(join(data, 'days/2024/05/01.json')), /which its day does not know/],
  ['a missing chunk', (data) => rmSync(chunksOf(data)[0] ?? ''), /posts\/\S+ is missing/],
  ['a cut chunk', (data) => writeFileSync(chunksOf(data)[0] ?? '', 'x'), /cannot be unpacked/],
  [
    'a chunk with another text',
    (data) => {
      const [file = ''] = chunksOf(data);
      writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).toString('utf8').replace('货轮', '渔船')));
    },
    /does not have the hash of its name/,
  ],
  [
    'a wrong count of the manifest',
    (data) => edit(join(data, 'manifest.json'), (text) => text.replace('"count":41', '"count":42')),
    /counts 42 posts, its days hold 41/,
  ],
  [
    'a wrong count of a head',
    (data) =>
      edit(join(data, 'streams/all/head.json'), (text) => text.replace('"count":41,"years"', '"count":40,"years"')),
    /counts 40 headlines, its periods hold 41/,
  ],
  [
    'a headline that leads nowhere',
    (data) => edit(join(data, 'streams/all/2024.json'), (text) => text.replace('no7.html', 'no7777.html')),
    /names \S+no7777\.html, which its day does not know/,
  ],
  [
    'a headline too few',
    (data) =>
      edit(join(data, 'streams/all/2024.json'), (text) => text.replace(/,\{"address":"[^"]*no0\.html"[^}]*\}/, '')),
    /should hold 41 headlines that open, and holds 40/,
  ],
  [
    'a post that no chunk holds',
    (data) => edit(join(data, 'days/2024/05/01.json'), (text) => text.replace('/no7"', '/no7777"')),
    /names \S+no7777 in a chunk that does not hold it/,
  ],
  [
    'a link to a day that does not know it',
    (data) => {
      const [file = ''] = readdirSync(join(data, 'links'));
      edit(join(data, 'links', file), (text) => text.replace(/"\/[^"]*":"2024/, '"/nope":"2024'));
    },
    /says \/nope lies under 2024-05-01, which does not know it/,
  ],
  [
    'a file of another format',
    (data) => edit(join(data, 'days/2024/05/01.json'), (text) => text.replace('"format":1', '"format":2')),
    /is of format 2, not 1/,
  ],
  [
    'a missing category',
    (data) => rmSync(join(data, 'streams/category/gangkou'), { recursive: true }),
    /gangkou\/head\.json is missing/,
  ],
  [
    'all categories missing',
    (data) => rmSync(join(data, 'streams/category'), { recursive: true }),
    /haiwan\/head\.json is missing/,
  ],
  [
    'a missing tag',
    (data) => rmSync(join(data, 'streams/tag'), { recursive: true }),
    /streams\/tag\/~\w+\/head\.json is missing/,
  ],
  [
    'a category that the manifest alone names',
    (data) => edit(join(data, 'manifest.json'), (text) => text.replace('"slug":"gangkou"', '"slug":"yugang"')),
    /category\/yugang\/head\.json is missing/,
  ],
  [
    'a category too short',
    (data) => {
      edit(join(data, 'streams/category/gangkou/2024.json'), (text) =>
        text.replace(/,\{"address":"[^"]*no0\.html"[^}]*\}/, ''),
      );
      edit(join(data, 'streams/category/gangkou/head.json'), (text) => text.replaceAll('"count":14', '"count":13'));
    },
    /gangkou\/head\.json counts 13 headlines, and 14 of all are its own/,
  ],
  [
    'a newest headline that leads nowhere',
    (data) => edit(join(data, 'manifest.json'), (text) => text.replace('no39.html', 'no7777.html')),
    /manifest\.json names \S+no7777\.html/,
  ],
  [
    'a newest headline of a head that leads nowhere',
    (data) => edit(join(data, 'streams/all/head.json'), (text) => text.replace('no39.html', 'no7777.html')),
    /head\.json names \S+no7777\.html/,
  ],
  [
    'a period that is a part of itself',
    (data) => writeFileSync(join(data, 'streams/all/2024.json'), '{"format":1,"parts":[{"period":"2024","count":41}]}'),
    /should hold 41 headlines that open, and holds 0/,
  ],
  [
    'a front page of other sections',
    (data) => edit(join(data, 'front.json'), (text) => text.replace('"slug":"gangkou"', '"slug":"yugang"')),
    /front\.json names other sections than the manifest/,
  ],
  [
    'a headline of the front page that leads nowhere',
    (data) => edit(join(data, 'front.json'), (text) => text.replace('no39.html', 'no7777.html')),
    /front\.json names \S+no7777\.html/,
  ],
  [
    'a directory with another count than the head',
    (data) =>
      edit(join(data, 'categories.json'), (text) =>
        text.replace('"name":"gangkou","count":14', '"name":"gangkou","count":13'),
      ),
    /categories\.json says gangkou has 13 headlines/,
  ],
  [
    'a directory that leaves out a stream',
    (data) => edit(join(data, 'categories.json'), (text) => text.replace(/\{"slug":"gangkou"[^}]*\},?/, '')),
    /categories\.json does not list streams\/category\/gangkou/,
  ],
  ['a missing directory', (data) => rmSync(join(data, 'sources.json')), /sources\.json is missing/],
  [
    'a calendar with another count than the day',
    (data) => edit(join(data, 'calendar/2024.json'), (text) => text.replace(',41]', ',40]')),
    /calendar\/2024\.json counts 40 posts on 2024-05-01, the day has 41/,
  ],
  ['a missing calendar', (data) => rmSync(join(data, 'calendar/2024.json')), /2024\.json is missing/],
  ['a file that is no JSON', (data) => writeFileSync(join(data, 'streams/all/2024.json'), '{'), /is no JSON/],
  [
    'a file that is JSON of nothing',
    (data) => writeFileSync(join(data, 'streams/all/2024.json'), 'null'),
    /2024\.json/,
  ],
])('%s is found', (_name, change, found) => {
  expect(foundAfter(change)).toEqual(expect.arrayContaining([expect.stringMatching(found)]));
});

test.each(['manifest.json', 'streams/all/head.json', 'streams/all/2024.json', 'days/2024/05/01.json'])(
  '%s with nothing in it but its format is found',
  (file) => {
    const found = foundAfter((data) => writeFileSync(join(data, file), '{"format":1}'));
    expect(found).toContainEqual(expect.stringMatching(`^data/${file} does not hold`));
  },
);

test('a folder that no publish has written to is told from a damaged site', () => {
  expect(() => verify(makeFolder({ 'index.html': '' }))).toThrow(UsageError);
});

test('a site of which only the notes are left is damaged', () => {
  expect(verify(makeFolder({ '.broadsheet/files': '' }))).toEqual({
    files: 1,
    articles: 0,
    problems: [{ file: 'data/manifest.json', found: 'is missing', remedy: expect.stringMatching(/Publish/) }],
  });
});
