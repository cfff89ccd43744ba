import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldersOf } from '#builder/files/removeFile.ts';
import { publish } from '#builder/publish.ts';
import type { PageOptions } from '#builder/PublishRun.ts';
import { verify } from '#builder/verify.ts';
import { fakePrerender } from './fakePrerender.ts';
import { APP_FOLDER, type Files, makeFolder, putFiles, readServed } from './folders.ts';
import { postText } from './posts.ts';

const CONFIG = {
  '_config.yml':
    'title: 澜浦潮信\ntimezone: Asia/Shanghai\nurl: https://lanpu.example\nfeed: { path: atom.xml, categories: [gangkou], tags: true }\nbroadsheet: { names: tags, twin: "^(?:NW)?(\\\\d{12})$", digest: quote }\n',
};
const NOW_MS = Date.UTC(2026, 10, 21, 2);

/** What may happen to the file at a path: it gets a text, or goes. */
type Change = { readonly path: string; readonly text: string | Buffer | null };

const GIF = (width: number) =>
  Buffer.from(`474946383961${width.toString(16).padStart(2, '0')}0004008000002c0000000006000400`, 'hex');

const day = fc.constantFrom('2024-05-30', '2024-05-31', '2024-06-01', '2023-12-31', '2030-01-01');
const folder = fc.constantFrom('_posts', 'news/_posts');
const name = fc.constantFrom('a', 'b', 'c', 'd', 'NW202405300001', '202405300001');
const postPath = fc.tuple(folder, day, name).map(([where, date, slug]) => `${where}/${date}-${slug}.md`);

const body = fc.constantFrom(
  '<p>码头今晚恢复夜航。</p>',
  '> 浓雾散去。\n\n<p>风机检修。</p>',
  '![pier](/pier.gif)',
  '[a]({% post_url 2024-05-30-a %})',
  '[b]({% link _posts/2024-05-31-b.md %})',
);

/** Front matter that makes posts meet: at addresses, in lists, in names. */
const text = fc
  .record(
    {
      title: fc.constantFrom('潮信', '夜航', '"坏: 引号'),
      date: fc.constantFrom('2024-05-30 08:00:00 +0800', '2024-05-31 23:30:00 -0800', '2023-01-01', 'never'),
      categories: fc.constantFrom('gangkou', 'Gangkou', '[gangkou, haiwan]', 'archive'),
      tags: fc.constantFrom('港口快讯', '[夜航, 港口快讯]', 'YEHANG'),
      permalink: fc.constantFrom(
        ...['/tide/', '/Tide.html', '/2024/05/30/a/', '/data/x', '/tag/夜航/', '/pier.gif'],
        ...[
          '/x/Tide/a/',
          '/x/b/',
          '/x/b/index',
          '/category/gangkou/index',
          '/index',
          '/2024/05/31/',
          '/archive/',
          '/category/gangkou/',
        ],
      ),
      redirect_from: fc.constantFrom(
        '/old/',
        '[/old/, /tide/]',
        '/tag/夜航/',
        '/2024/05/31/',
        '/category/gangkou/',
        '[/pier.gif, /index]',
      ),
      published: fc.constantFrom('false', 'true'),
    },
    { requiredKeys: ['title'] },
  )
  .chain((fields) => body.map((words) => postText(fields, words)));

/** Where pages, feeds, data and the host's files lie. */
const ourPath = fc.constantFrom(
  ...['index.html', '404.html', 'tide/index.html', 'x/b/index.html', '2024/05/31/index.html', 'archive/index.html'],
  ...['category/gangkou/index.html', 'category/gangkou/feed.xml', 'tag/yehang/feed.xml', 'feed.xml', 'atom.xml'],
  ...['feed/gangkou.xml', 'sitemap.xml', 'robots.txt', 'data/manifest.json', 'data/calendar/2024.json'],
);
const PAGE = '---\nlayout: home\n---\n潮';

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ path: postPath, text }) },
  { weight: 3, arbitrary: fc.record({ path: postPath, text: fc.constant(null) }) },
  { weight: 2, arbitrary: fc.record({ path: ourPath, text: fc.constantFrom('<p>潮</p>', PAGE, '潮', null) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      path: fc.constantFrom(
        'pier.gif',
        'x/Tide',
        'tag',
        '2024',
        'x/b.html/c.gif',
        'robots.txt',
        'tag/yehang',
        'feed/gangkou.xml',
      ),
      text: fc.constantFrom(GIF(6), GIF(9), null),
    }),
  },
);

const START: Files = { '_posts/2020-01-01-first.md': postText({ title: '第一号' }) };

test('publishing step by step gives the files of publishing all at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(0, 1, 2, 4, Number.POSITIVE_INFINITY),
      async (batches, count) => {
        const [posts, out] = [makeFolder({ ...CONFIG, ...START }), makeFolder()];
        const publishTo = publisher({ count, prerender: fakePrerender });
        await publishTo(posts, out);
        for (const batch of batches) {
          for (const each of batch) apply(posts, each);
          const { mode } = await publishTo(posts, out, { changed: batch.map(({ path }) => path) });
          expect(mode).toBe('changed');
          expect(verify(out).problems).toEqual([]);
        }
        const clean = makeFolder();
        await publishTo(posts, clean);
        expect(siteIn(out)).toEqual(siteIn(clean));
      },
    ),
    { numRuns: 50 },
  );
}, 120_000);

function publisher(pages: PageOptions) {
  return (folder: string, out: string, options: { changed?: readonly string[] } = {}) =>
    publish({ folder, out, appFolder: APP_FOLDER, nowMs: NOW_MS, keepMs: 0, host: 'nginx', pages, ...options });
}

function apply(posts: string, { path, text }: Change): void {
  if (!hasRoom(posts, path)) return;
  if (text === null) rmSync(join(posts, path), { force: true });
  else putFiles(posts, { [path]: text });
}

/** Whether no folder lies at a path, and no file where a folder of it must be. */
function hasRoom(posts: string, path: string): boolean {
  const typeOf = (of: string) => statSync(join(posts, of), { throwIfNoEntry: false });
  const folders = foldersOf(path).toReversed(); // The outermost first: none is looked for below a file.
  return !folders.some((folder) => typeOf(folder)?.isFile()) && !typeOf(path)?.isDirectory();
}

/** The files that are served. */
function siteIn(out: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(readServed(out)).map(([path, hex]) => [
      path,
      /\.(?:json|html)$/.test(path) ? Buffer.from(hex, 'hex').toString('utf8') : hex,
    ]),
  );
}

test('whether a redirect leads away from a day does not depend on which twin is shown', async () => {
  const posts = makeFolder({
    ...CONFIG,
    '_posts/2024-05-31-NW202405300001.md': postText({ title: '潮信', date: '2024-05-31' }),
    '_posts/2024-05-30-202405300001.md': postText(
      { title: '潮信', date: '2024-05-30' },
      '> 浓雾散去。\n\n<p>风机检修。</p>',
    ),
  });
  const [out, clean] = [makeFolder(), makeFolder()];
  const publishTo = publisher({ count: 2, prerender: fakePrerender });
  await publishTo(posts, out);
  const path = '_posts/2024-05-30-a.md';
  putFiles(posts, { [path]: postText({ title: '夜航', redirect_from: '/2024/05/31/' }) });
  await publishTo(posts, out, { changed: [path] });
  await publishTo(posts, clean);
  expect(siteIn(out)).toEqual(siteIn(clean));
});
