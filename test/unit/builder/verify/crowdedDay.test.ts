import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { linksFile } from '#shared/paths.ts';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import { APP_FOLDER, type Files, makeFolder } from '../folders.ts';
import { postText } from '../posts.ts';

// One more than a day's index, and a file of links, hold without being split; all of one hour.
const POSTS = 2001;
const LINKED = 201;
const DAY = 'days/2024/05/01';
const HOUR = 'streams/all/2024-05-01T09';

let crowded = '';

beforeAll(async () => {
  const folder = makeFolder({ '_config.yml': 'timezone: Asia/Shanghai', ...crowdedDay() });
  crowded = makeFolder();
  await publish({ folder, out: crowded, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 21) });
}, 60_000);

function crowdedDay(): Files {
  const addresses = addressesOfOneFile(LINKED);
  const posts = Array.from({ length: POSTS }, (_post, number): [string, string] => {
    const address = addresses[number];
    const fields = {
      title: `第${number}号`,
      date: '2024-05-01 09:30:00 +0800',
      categories: 'gangkou',
      ...(address !== undefined && { permalink: address }),
    };
    return [`_posts/2024-05-01-no${number}.md`, postText(fields)];
  });
  return Object.fromEntries(posts);
}

/** Addresses that show no day and whose links lie in the same file. */
function addressesOfOneFile(count: number): readonly string[] {
  const addresses: string[] = [];
  for (let number = 0; addresses.length < count; number++)
    if (linksFile(`/tide-${number}`) === 'links/00.json') addresses.push(`/tide-${number}/`);
  return addresses;
}

function foundAfter(change: (data: string) => void): string[] {
  const out = makeFolder();
  cpSync(crowded, out, { recursive: true });
  change(join(out, 'data'));
  return verify(out).problems.map(({ file, found }) => `${file} ${found}`);
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file}: the test changed nothing`);
  writeFileSync(file, after);
}

function first(folder: string): string {
  return join(folder, readdirSync(folder).toSorted()[0] ?? '');
}

test('a day, an hour and links that are divided as far as they go are whole', () => {
  expect(verify(crowded)).toMatchObject({ articles: POSTS, problems: [] });
});

test.each<[string, (data: string) => void, RegExp]>([
  [
    'a missing part of the day',
    (data) => rmSync(join(data, DAY, 'a.json')),
    /05\/01\.json lists \d+ articles, its chunks hold 2001/,
  ],
  [
    'an address in the wrong part of the day',
    (data) =>
      edit(join(data, DAY, 'a.json'), (text) => text.replace(/"posts":\{"[^"]*"/, '"posts":{"/2024/05/01/nope"')),
    /a\.json holds \/2024\/05\/01\/nope, which is another part's/,
  ],
  ['a missing part of the hour', (data) => rmSync(join(data, `${HOUR}~a.json`)), /T09~a\.json is missing/],
  [
    'an hour that names a part twice',
    (data) => edit(join(data, `${HOUR}.json`), (text) => text.replace(/"2024-05-01T09~b"/, '"2024-05-01T09~a"')),
    /T09\.json names 2024-05-01T09~a where it has no place/,
  ],
  [
    'a headline in the wrong part of the hour',
    (data) => edit(join(data, `${HOUR}~a.json`), (text) => text.replace(/"address":"[^"]*"/, '"address":"/nope/"')),
    /T09~a\.json lists \/nope of 2024-05-01 where it has no place/,
  ],
  [
    'a missing part of the links',
    (data) => rmSync(first(join(data, 'links/00'))),
    /links\/00\.json is split, and has only \d+ links/,
  ],
  [
    'no links at all',
    (data) => writeFileSync(join(data, 'links/00.json'), '{"format":1,"days":{}}'),
    /links\/00\.json has 0 links, and days know 201/,
  ],
])('%s is found', (_name, change, found) => {
  expect(foundAfter(change)).toContainEqual(expect.stringMatching(found));
});
