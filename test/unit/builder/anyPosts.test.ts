// Whatever stands in the posts, the reader can read every file of what is published.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import {
  decodeChunk,
  decodeDay,
  decodeHead,
  decodeLinks,
  decodeManifest,
  decodePeriod,
  type FileDecoder,
} from '#wire/decode.ts';
import { decodeCalendar, decodeDirectory, decodeFront } from '#wire/decodeScreens.ts';
import { fakePrerender } from './fakePrerender.ts';
import { APP_FOLDER, type Files, makeFolder } from './folders.ts';

const DECODERS: readonly (readonly [RegExp, FileDecoder<unknown>])[] = [
  [/^manifest\.json$/, decodeManifest],
  [/\/head\.json$/, decodeHead],
  [/^streams\//, decodePeriod],
  [/^days\//, decodeDay],
  [/^posts\//, decodeChunk],
  [/^links\//, decodeLinks],
  [/^front\.json$/, decodeFront],
  [/^(?:categories|tags|sources)\.json$/, decodeDirectory],
  [/^calendar\//, decodeCalendar],
];

const line = fc.oneof(
  fieldOf('date', dates()),
  fieldOf('permalink', addresses()),
  fieldOf('redirect_from', addresses()),
  fieldOf('title', texts()),
  fieldOf('categories', texts()),
  fieldOf('tags', texts()),
  fieldOf('lang', texts()),
  fieldOf('slug', texts()),
  fieldOf('excerpt', texts()),
);
const body = fc.array(fc.oneof(texts(), html()), { maxLength: 5 }).map((parts) => parts.join('\n'));
const post = fc
  .tuple(fc.array(line, { maxLength: 6 }), body)
  .map(([lines, text]) => `---\n${lines.join('\n')}\n---\n${text}`);
const name = fc.constantFrom(
  '2024-05-30-tide.md',
  '9999-12-31-tide.md',
  '0050-01-01-tide.md',
  '24-5-1-t.html',
  '2024-05-30-潮 汐%.txt',
);

test('any posts give files that the reader can read', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, post, { minKeys: 1 }),
      fc.constantFrom('UTC', 'Asia/Shanghai', 'Pacific/Apia'),
      async (posts, zone) => {
        const files = Object.entries(posts).map(([file, text]) => [`_posts/${file}`, text] as const);
        await expectReadable({ '_config.yml': `timezone: ${zone}\nfuture: true\n`, ...Object.fromEntries(files) });
      },
    ),
    { numRuns: 40 },
  );
});

async function expectReadable(files: Files): Promise<void> {
  const out = makeFolder();
  const pages = { count: Number.POSITIVE_INFINITY, prerender: fakePrerender };
  await publish({ folder: makeFolder(files), out, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 21), pages });
  const data = join(out, 'data');
  for (const child of readdirSync(data, { recursive: true, withFileTypes: true })) {
    if (!child.isFile()) continue;
    const path = join(child.parentPath, child.name);
    const url = path.slice(data.length + 1);
    const bytes = readFileSync(path);
    const text = (url.startsWith('posts/') ? gunzipSync(bytes) : bytes).toString('utf8');
    const [, decode] = DECODERS.find(([kind]) => kind.test(url)) ?? [];
    if (!decode) throw new Error(`${url}: no decoder is for it`);
    decode(JSON.parse(text), url);
  }
  expect(verify(out).problems).toEqual([]);
}

function fieldOf(key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const quoted = value.map((text) => JSON.stringify(text));
  return fc
    .oneof(
      value,
      quoted,
      quoted.map((text) => `[${text}, ${text}]`),
    )
    .map((text) => `${key}: ${text}`);
}

function dates(): fc.Arbitrary<string> {
  const day = fc.constantFrom(
    '9999-12-31',
    '0001-01-01',
    '0068-02-03',
    '1000-01-01',
    '2024-02-30',
    '2024-05-30',
    '68-1-1',
  );
  const clock = fc.constantFrom('', ' 23:59:59', ' 00:00:00', ' 24:00:00', ' 25:70', 'T23:59:60');
  const zone = fc.constantFrom('', ' -0800', ' +1400', ' Z', ' +9999', ' EST');
  return fc.tuple(day, clock, zone).map((parts) => parts.join(''));
}

function addresses(): fc.Arbitrary<string> {
  const part = fc.constantFrom(
    '/',
    '..',
    '%',
    '%2e',
    '%ff',
    '?',
    '#',
    '\\',
    ':title',
    ':nope',
    'data',
    '潮',
    '\u0001',
    '.html',
    '\ud800',
    '__proto__',
  );
  return fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
}

function texts(): fc.Arbitrary<string> {
  const part = fc.constantFrom(
    '潮信',
    'a',
    ' ',
    ':',
    '"',
    '\u0001',
    '\u202e',
    '\ud800',
    '\u2028',
    '~',
    '<b>',
    '&',
    '__proto__',
    '{{ site.x }}',
    '1',
    '+',
  );
  return fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
}

function html(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '<img src="//x.example/a.jpg" width="1e9">',
    '<figure><img src="http://[">',
    '<a href="http://%">来源</a>',
    '<https://news.example/a>',
    '> 引语',
    '图1：潮',
    '<p',
    '<iframe src="https://x.example/">',
    '## 潮\n\n## 汐\n\n## 信',
  );
}
