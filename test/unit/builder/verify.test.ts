import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readSiteNotes, type SiteNotes, siteNotesBytes } from '#builder/files/SiteNotes.ts';
import { publish } from '#builder/publish.ts';
import { UsageError } from '#builder/UsageError.ts';
import { verify } from '#builder/verify.ts';
import { APP_FOLDER, makeFolder, putFiles, readServed } from './folders.ts';
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
    'pier.gif': 'GIF89a',
  });
  whole = makeFolder();
  await publish({ folder, out: whole, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 21) });
});

/** Does something to a published site; `data` is the folder in it. */
type Change = (data: string, out: string) => void;

function copyOf(site: string): string {
  const out = makeFolder();
  cpSync(site, out, { recursive: true });
  return out;
}

/** What is found after a change to a published site. */
function foundAfter(change: Change): string[] {
  const out = copyOf(whole);
  change(join(out, 'data'), out);
  return verify(out).problems.map(({ file, found }) => `${file} ${found}`);
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file}: the test changed nothing`);
  writeFileSync(file, after);
}

function editNotes(out: string, change: (notes: SiteNotes) => SiteNotes): void {
  const file = join(out, '.broadsheet/site.json');
  const notes = readSiteNotes(readFileSync(file));
  if (!notes) throw new Error(`${file}: the test found no notes`);
  writeFileSync(file, siteNotesBytes(change(notes)));
}

function chunksOf(data: string): string[] {
  const folders = readdirSync(join(data, 'posts'));
  return folders.flatMap((folder) =>
    readdirSync(join(data, 'posts', folder)).map((file) => join(data, 'posts', folder, file)),
  );
}

function linkFile(data: string): string {
  return `links/${readdirSync(join(data, 'links'))[0]}`;
}

function emptied(text: string): string {
  return text.replace(/"days":\{[^}]*\}/, '"days":{}');
}

test('a published site is whole', () => {
  expect(verify(whole)).toMatchObject({ articles: 41, problems: [] });
});

test.each<[string, Change, RegExp]>([
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
    /counts 41 posts, the manifest 42/,
  ],
  [
    'a wrong count of a head',
    (data) =>
      edit(join(data, 'streams/all/head.json'), (text) => text.replace('"count":41,"years"', '"count":40,"years"')),
    /counts 40 headlines, its years 41/,
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
    /should hold 41 headlines, and holds 40/,
  ],
  [
    'a post that no chunk holds',
    (data) => edit(join(data, 'days/2024/05/01.json'), (text) => text.replace('/no7"', '/no7777"')),
    /does not say that \S+no7\.html lies in chunk/,
  ],
  [
    'a link to another day',
    (data) => edit(join(data, linkFile(data)), (text) => text.replace('2024-05-01', '2024-05-02')),
    /says \/\w+ lies under 2024-05-02, which does not know it/,
  ],
  [
    'a link in the wrong place',
    (data) => edit(join(data, linkFile(data)), (text) => text.replace(/"\/\w+"/, '"/nope"')),
    /holds \/nope, whose place is elsewhere/,
  ],
  [
    'a missing link',
    (data) => edit(join(data, linkFile(data)), emptied),
    /has 0 links, and days know 1 such addresses/,
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
    /manifest\.json names other sections than categories\.json/,
  ],
  [
    'a category that tells a headline otherwise than all',
    (data) => {
      for (const file of ['head.json', '2024.json'])
        edit(join(data, 'streams/category/gangkou', file), (text) => text.replace('第9号', '第8号'));
    },
    /gangkou\/head\.json lists 14 headlines, and they are not, .* the 14 of streams\/all/,
  ],
  [
    'a category with a headline of no day',
    (data) => {
      for (const file of ['head.json', '2024.json'])
        edit(join(data, 'streams/category/gangkou', file), (text) => text.replace('no9.html', 'no9999.html'));
    },
    /gangkou\/2024\.json names \/\S+no9999, which its day does not know/,
  ],
  [
    'a newest headline that leads nowhere',
    (data) => edit(join(data, 'manifest.json'), (text) => text.replace('no39.html', 'no7777.html')),
    /manifest\.json has other newest headlines than streams\/all/,
  ],
  [
    'a newest headline of a head that leads nowhere',
    (data) => edit(join(data, 'streams/all/head.json'), (text) => text.replace('no39.html', 'no7777.html')),
    /head\.json has other newest headlines than its periods/,
  ],
  [
    'a period that is a part of itself',
    (data) =>
      writeFileSync(
        join(data, 'streams/all/2024.json'),
        '{"format":1,"period":"2024","parts":[{"period":"2024","count":41}]}',
      ),
    /names 2024 where it has no place/,
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
    /categories\.json says gangkou is gangkou with 13 headlines/,
  ],
  [
    'a directory that leaves out a stream',
    (data) => edit(join(data, 'categories.json'), (text) => text.replace(/\{"slug":"gangkou"[^}]*\},?/, '')),
    /categories\.json does not list data\/streams\/category\/gangkou/,
  ],
  ['a missing directory', (data) => rmSync(join(data, 'sources.json')), /sources\.json is missing/],
  [
    'a calendar with another count than the day',
    (data) => edit(join(data, 'calendar/2024.json'), (text) => text.replace(',41]', ',40]')),
    /05\/01\.json has 41 articles, its calendar counts 40/,
  ],
  ['a missing calendar', (data) => rmSync(join(data, 'calendar/2024.json')), /2024\.json is missing/],
  ['a file that is no JSON', (data) => writeFileSync(join(data, 'streams/all/2024.json'), '{'), /is no JSON/],
  [
    'a file that is JSON of nothing',
    (data) => writeFileSync(join(data, 'streams/all/2024.json'), 'null'),
    /2024\.json/,
  ],
  [
    'a headline with another title than its article',
    (data) => edit(join(data, 'streams/all/2024.json'), (text) => text.replace('第9号', '第8号')),
    /all\/2024\.json tells \S+no9\.html otherwise than its article/,
  ],
  [
    'headlines in another order than their articles',
    (data) =>
      edit(join(data, 'streams/all/2024.json'), (text) =>
        text.replace(/(\{"address":"[^}]*\}),(\{"address":"[^}]*\})/, '$2,$1'),
      ),
    /all\/2024\.json lists the headlines of 2024-05-01 twice or in another order/,
  ],
  [
    'a redirect to no post',
    (data) => edit(join(data, 'days/2024/05/01.json'), (text) => text.replace('"/old":"/tide/"', '"/old":"/ebb/"')),
    /05\/01\.json leads \/old to \/ebb\/, which it does not know/,
  ],
  [
    'a chunk named twice',
    (data) =>
      edit(join(data, 'days/2024/05/01.json'), (text) => text.replace(/"chunks":\["(\w+)"/, '"chunks":["$1","$1"')),
    /is named a second time, by 2024-05-01/,
  ],
  [
    'a chunk that nothing names',
    (data) => putFiles(data, { [`posts/ab/ab${'0'.repeat(62)}`]: '' }),
    /posts\/ab\/ab0+ is named by no other file/,
  ],
  [
    'a directory out of order',
    (data) =>
      edit(join(data, 'categories.json'), (text) => text.replace(/(\{"slug"[^}]*\}),(\{"slug"[^}]*\})/, '$2,$1')),
    /categories\.json lists fengdian|categories\.json lists gangkou/,
  ],
  ['a missing front page', (data) => rmSync(join(data, 'front.json')), /front\.json is missing/],
  ['a missing page', (_data, out) => rmSync(join(out, 'index.html')), /index\.html is missing/],
  ['a missing page of hosts', (_data, out) => rmSync(join(out, '404.html')), /404\.html is missing/],
  ['another page of hosts', (_data, out) => writeFileSync(join(out, '404.html'), 'x'), /404\.html is not the page/],
  ['a missing script', (_data, out) => rmSync(join(out, 'broadsheet/main.js')), /main\.js is missing/],
  [
    'a script of other bytes than the worker expects',
    (_data, out) => writeFileSync(join(out, 'broadsheet/main.js'), 'x'),
    /main\.js does not have the hash that sw\.js expects/,
  ],
  ['a worker that keeps nothing', (_data, out) => writeFileSync(join(out, 'sw.js'), 'x'), /sw\.js does not say what/],
  ['a missing worker', (_data, out) => rmSync(join(out, 'sw.js')), /sw\.js is missing/],
  [
    'a worker where the pages say that there is none',
    (_data, out) => {
      for (const page of ['index.html', '404.html'])
        edit(join(out, page), (html) =>
          html.replace('</head>', '<meta name="broadsheet-worker" content="none"></head>'),
        );
    },
    /sw\.js is a service worker, though/,
  ],
  ['a missing icon', (_data, out) => rmSync(join(out, 'icon-192.png')), /icon-192\.png is missing/],
  ['a missing picture', (_data, out) => rmSync(join(out, 'pier.gif')), /pier\.gif is missing/],
  [
    'a picture of other bytes',
    (_data, out) => writeFileSync(join(out, 'pier.gif'), 'x'),
    /manifest\.json names the generation \w+, its files are \w+/,
  ],
  ['damaged notes', (_data, out) => writeFileSync(join(out, '.broadsheet/site.json'), '{'), /site\.json is damaged/],
  [
    'notes of another generation',
    (_data, out) => editNotes(out, ({ sum, ...notes }) => ({ ...notes, sum: sum.slice(2) })),
    /site\.json is not of the generation that lies here/,
  ],
  [
    'a file that is named and noted as gone',
    (_data, out) => editNotes(out, (notes) => ({ ...notes, retired: [['data/front.json', 1]] })),
    /front\.json is still named, and noted as no part of the site/,
  ],
])('%s is found', (_name, change, found) => {
  expect(foundAfter(change)).toEqual(expect.arrayContaining([expect.stringMatching(found)]));
});

test.each(['front.json', 'streams/all/head.json', 'streams/all/2024.json', 'days/2024/05/01.json'])(
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
  expect(verify(makeFolder({ '.broadsheet/lock': '' }))).toMatchObject({
    files: 1,
    articles: 0,
    problems: [{ file: 'data/manifest.json', found: 'is missing', remedy: expect.stringMatching(/Publish/) }],
  });
});

test('a copy without notes is held to what its files say of each other', () => {
  const out = copyOf(whole);
  rmSync(join(out, '.broadsheet'), { recursive: true });
  expect(verify(out).problems).toEqual([]);
});

test('what a stranger put below data is no part of the site', () => {
  expect(foundAfter((data) => putFiles(data, { 'notes.txt': '', 'posts/ab/.DS_Store': '' }))).toEqual([]);
});

test('old chunks that are kept for readers are no problem', () => {
  const old = `posts/ab/ab${'0'.repeat(62)}`;
  const found = foundAfter((data, out) => {
    putFiles(data, { [old]: '' });
    editNotes(out, (notes) => ({ ...notes, retired: [[`data/${old}`, 1]] }));
  });
  expect(found).toEqual([]);
});

test('chunks that a killed full publish left are no problem', () => {
  const found = foundAfter((data, out) => {
    putFiles(data, { [`posts/ab/ab${'0'.repeat(62)}`]: '' });
    putFiles(out, { '.broadsheet/full': '' });
  });
  expect(found).toEqual([]);
});

test('of many problems a thousand are named, and all are counted', () => {
  const out = copyOf(whole);
  const strays = Array.from({ length: 1100 }, (_stray, number) => [
    `data/posts/00/${String(number).padStart(64, '0')}`,
    '',
  ]);
  putFiles(out, Object.fromEntries(strays));
  const { problems, problemCount } = verify(out);
  expect([problems.length, problemCount]).toEqual([1000, 1100]);
});

test('whatever file is gone or has another bit, it is found', () => {
  const out = copyOf(whole);
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(readServed(out))), fc.option(fc.nat()), (path, bit) => {
      const file = join(out, path);
      const before = readFileSync(file);
      // Nothing else says when the site was published.
      if (bit === null || path === 'data/manifest.json') rmSync(file);
      else flip(file, bit);
      const { problems } = verify(out);
      writeFileSync(file, before);
      expect(problems).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});

function flip(file: string, bit: number): void {
  const bytes = readFileSync(file);
  const place = (bit >> 3) % bytes.length;
  bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (bit & 7)), place);
  writeFileSync(file, bytes);
}
