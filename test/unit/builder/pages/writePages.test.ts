import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { MissingAppError } from '#builder/files/shell.ts';
import { Ledger } from '#builder/ledger/Ledger.ts';
import { publish, type Published } from '#builder/publish.ts';
import type { Progress, PublishOptions } from '#builder/PublishRun.ts';
import { verify } from '#builder/verify.ts';
import type { Manifest } from '#shared/archive.ts';
import { streamInAddress, streamPath } from '#shared/paths.ts';
import type { MakePrerender, PageFile } from '#shared/prerender.ts';
import { fakePrerender } from '../fakePrerender.ts';
import { type Files, makeFolder, putFiles, readServed } from '../folders.ts';
import { numberedPost, numberedPosts, postText } from '../posts.ts';
import { builtApp } from './builtApp.ts';

const CONFIG = 'title: 澜浦潮信\nlang: zh-CN\ntimezone: Asia/Shanghai\n';
const APP = builtApp();

type Given = Partial<PublishOptions> & { readonly count?: number; readonly prerender?: MakePrerender | URL };

function publishTo(
  out: string,
  folder: string,
  { count = 3, prerender = fakePrerender, ...options }: Given = {},
): Promise<Published> {
  const nowMs = Date.UTC(2026, 10, 21, 2);
  return publish({ folder, out, appFolder: APP, nowMs, keepMs: 0, pages: { count, prerender }, ...options });
}

function siteWith(files: Files, config = CONFIG): { folder: string; out: string } {
  return { folder: makeFolder({ '_config.yml': config, ...files }), out: makeFolder() };
}

const pagesIn = (paths: readonly string[]) =>
  paths.filter((path) => path.endsWith('.html') && !path.startsWith('broadsheet/'));
const read = (out: string, path: string) => readFileSync(join(out, path), 'utf8');

/** The data that a page carries. */
function dataIn(out: string, path: string): PageFile {
  const json = /<script type="application\/json" id="page-data">(.*?)<\/script>/.exec(read(out, path))?.[1];
  return JSON.parse(json ?? 'null');
}

/** Counts what it renders. */
function counting(): { rendered: string[]; prerender: MakePrerender } {
  const rendered: string[] = [];
  const prerender: MakePrerender = async (site) => {
    const { render } = await fakePrerender(site);
    return { render: (address, data) => (rendered.push(address), render(address, data)) };
  };
  return { rendered, prerender };
}

/** A module that renders every screen as a word. */
function rendering(word: string): URL {
  const text = `export const makePrerender = async () => ({ render: () => '${word}' });`;
  return pathToFileURL(join(makeFolder({ 'prerender.mjs': text }), 'prerender.mjs'));
}

/** Fails for some addresses. */
function failing(addresses: RegExp): MakePrerender {
  return async (site) => {
    const { render } = await fakePrerender(site);
    return {
      render: (address, data) => {
        if (addresses.test(address)) throw new Error('no such screen');
        return render(address, data);
      },
    };
  };
}

/** Ends a publish in the middle of its pages. */
function stop({ phase, done }: Progress): void {
  if (phase === 'rendering' && done === 250) throw new Error('stopped');
}

const THREE: Files = {
  '_posts/2024-05-29-fog.md': postText({ title: '浓雾', categories: 'gangkou', tags: '夜航' }),
  '_posts/2024-05-30-pier.md': postText(
    { title: '夜航', categories: 'gangkou' },
    '> 引语\n\n<p>码头今晚恢复夜航。</p>',
  ),
  '_posts/2024-05-31-wind.md': postText({ title: '风机', categories: 'fengdian' }),
};

test('home, streams, days, directories, calendar and the newest articles have pages, the rest has the fallback', async () => {
  const { folder, out } = siteWith(THREE);
  const { site } = await publishTo(out, folder, { count: 2 });
  expect(pagesIn(site.written).toSorted()).toEqual([
    '2024/05/29/index.html',
    '2024/05/30/index.html',
    '2024/05/31/index.html',
    '404.html',
    'archive/index.html',
    'categories/index.html',
    'category/fengdian/index.html',
    'category/gangkou/index.html',
    'fengdian/2024/05/31/wind.html',
    'gangkou/2024/05/30/pier.html',
    'index.html',
    'sources/index.html',
    'tag/夜航/index.html',
    'tags/index.html',
  ]);
  expect(pagesIn(site.written).slice(-2)).toEqual(['index.html', '404.html']);
  expect(site.written.at(-1)).toBe('data/manifest.json');
  expect(verify(out).problems).toEqual([]);
});

test('an article’s page holds its text once, and with what is beside it all that the screen asks for', async () => {
  const { folder, out } = siteWith(THREE);
  await publishTo(out, folder);
  const path = 'gangkou/2024/05/30/pier.html';
  expect(read(out, path).match(/码头今晚恢复夜航。<\/p>/g)).toHaveLength(1);
  const { address, manifest, article, neighbours } = dataIn(out, path);
  expect(address).toBe(`/${path}`);
  expect(article).toMatchObject({ title: '夜航', html: '' });
  expect([neighbours?.newer?.title, neighbours?.older?.title]).toEqual(['风机', '浓雾']);
  expect(manifest).toMatchObject({
    generation: '',
    site: { title: '澜浦潮信' },
    sections: [{ slug: 'gangkou', name: 'gangkou', count: 0 }],
    newest: [],
  });
});

test('home, directories and calendar hold the manifest that lies beside them', async () => {
  const { folder, out } = siteWith(THREE);
  await publishTo(out, folder);
  const manifest: Manifest = JSON.parse(read(out, 'data/manifest.json'));
  for (const path of ['index.html', 'categories/index.html', 'archive/index.html'])
    expect(dataIn(out, path).manifest).toEqual(manifest);
  expect(dataIn(out, 'categories/index.html').directory?.streams.map(({ slug }) => slug)).toEqual([
    'gangkou',
    'fengdian',
  ]);
  expect(dataIn(out, 'archive/index.html')).toMatchObject({ head: { count: 3 }, calendars: [{ year: '2024' }] });
  expect(dataIn(out, '2024/05/30/index.html').day).toMatchObject({
    count: 1,
    newer: '2024-05-31',
    older: '2024-05-29',
  });
});

test('a long text is whole on its page', async () => {
  const long = Array.from({ length: 3000 }, (_part, index) => `<p>${index}${'潮'.repeat(100)}</p>`).join('\n');
  const { folder, out } = siteWith({ '_posts/2024-05-29-long.md': postText({ title: '长' }, long) });
  await publishTo(out, folder);
  const page = read(out, '2024/05/29/long.html');
  expect(page).toContain('<p>2999潮');
  expect(page.match(/<p>2999潮/g)).toHaveLength(1);
});

test('one more post writes four articles’ pages at most, and one of each of its streams', async () => {
  const { folder, out } = siteWith(numberedPosts(300));
  const { rendered, prerender } = counting();
  await publishTo(out, folder, { count: 100, prerender });
  rendered.length = 0;
  putFiles(folder, numberedPost(300));
  const changed = Object.keys(numberedPost(300));
  const { site } = await publishTo(out, folder, { count: 100, prerender, changed });
  const pages = pagesIn(site.written);
  const articles = pages.filter((path) => /^(?:gangkou|haiwan|fengdian)\//.test(path));
  expect(articles).toEqual(['fengdian/2024/05/03/no299.html', 'gangkou/2024/05/04/no300.html']);
  expect(pages.filter((path) => /^(?:category|tag|source)\//.test(path))).toHaveLength(2);
  expect(pages.filter((path) => path.startsWith('2024/'))).toEqual(['2024/05/03/index.html', '2024/05/04/index.html']);
  expect(site.removed.filter((path) => path.endsWith('.html'))).toHaveLength(1);
  expect(rendered).toHaveLength(pages.length);
});

test('with nothing to change, nothing is rendered or written', async () => {
  const { folder, out } = siteWith(THREE);
  await publishTo(out, folder);
  const { rendered, prerender } = counting();
  const { site } = await publishTo(out, folder, { prerender, nowMs: Date.UTC(2027, 0, 1) });
  expect([site.written, site.retired, rendered]).toEqual([[], [], []]);
});

test('without pages, the front page is the shell', async () => {
  const { folder, out } = siteWith(THREE);
  for (const count of [0, 3, 0]) {
    await publishTo(out, folder, { count });
    expect(read(out, 'index.html') === read(out, '404.html')).toBe(count === 0);
    expect(read(out, 'index.html').includes('data-page')).toBe(count > 0);
  }
  expect(pagesIn(Object.keys(readServed(out)))).toEqual(['404.html', 'index.html']);
});

test('other settings of pages, another app and another renderer are reasons to publish anew', async () => {
  const { folder, out } = siteWith(THREE);
  const [one, other] = [rendering('一'), rendering('二')];
  const modeOf = async (given: Given) => (await publishTo(out, folder, given)).mode;
  const modes = [
    await modeOf({ prerender: one }),
    await modeOf({ prerender: one }),
    await modeOf({ prerender: one, count: Infinity }),
    await modeOf({ prerender: other, count: Infinity }),
    await modeOf({
      prerender: other,
      count: Infinity,
      appFolder: builtApp({ 'index.html': `${read(APP, 'index.html')} ` }),
    }),
  ];
  expect(modes).toEqual(['full', 'changed', 'full', 'full', 'full']);
  expect(read(out, 'index.html')).toContain('<div id="root" data-page>二</div>');
});

test('without what renders pages the publish ends before it begins', async () => {
  const { folder, out } = siteWith(THREE);
  await expect(publishTo(out, folder, { prerender: pathToFileURL('/nowhere/prerender.js') })).rejects.toThrow(
    MissingAppError,
  );
  expect(readServed(out)).toEqual({});
});

test('what the app does not render is reported, and opens by the shell', async () => {
  const { folder, out } = siteWith(THREE);
  await publishTo(out, folder);
  const { report } = await publishTo(out, folder, { prerender: failing(/pier|^\/$/), isFull: true });
  const found = report.problems.filter(({ kind }) => kind === 'markup');
  expect(found.map(({ kind, file }) => [kind, file])).toEqual([
    ['markup', '_posts/2024-05-30-pier.md'],
    ['markup', '/'],
  ]);
  expect(Object.keys(readServed(out))).not.toContain('gangkou/2024/05/30/pier.html');
  expect(read(out, 'index.html')).toBe(read(out, '404.html'));
  expect(verify(out).problems).toEqual([]);
});

test('a publish of everything that was stopped does not render again what it had', async () => {
  const { folder, out } = siteWith(numberedPosts(300));
  const { rendered, prerender } = counting();
  await expect(publishTo(out, folder, { count: Infinity, prerender, onProgress: stop })).rejects.toThrow('stopped');
  expect(rendered).toHaveLength(250);
  expect(pagesIn(Object.keys(readServed(out)))).toEqual([]);
  await publishTo(out, folder, { count: Infinity, prerender });
  const articles = rendered.filter((address) => /\/no\d+\.html$/.test(address));
  expect(articles).toHaveLength(250 + 100);
  const clean = makeFolder();
  await publishTo(clean, folder, { count: Infinity });
  expect(readServed(out)).toEqual(readServed(clean));
  expect(verify(out).problems).toEqual([]);
});

test('a page yields to a file that stands where its folder would, and comes back', async () => {
  const { folder, out } = siteWith({
    ...THREE,
    '_posts/2024-05-28-a.md': postText({ title: 'a', permalink: '/x/tide/a/' }),
  });
  await publishTo(out, folder, { count: Infinity });
  expect(Object.keys(readServed(out))).toContain('x/tide/a/index.html');
  putFiles(folder, { 'x/tide': 'a file' });
  await publishTo(out, folder, { count: Infinity });
  expect(Object.keys(readServed(out)).filter((path) => path.startsWith('x/'))).toEqual(['x/tide']);
  expect(verify(out).problems).toEqual([]);
  rmSync(join(folder, 'x/tide'));
  await publishTo(out, folder, { count: Infinity });
  expect(Object.keys(readServed(out)).filter((path) => path.startsWith('x/'))).toEqual(['x/tide/a/index.html']);
  expect(verify(out).problems).toEqual([]);
});

test('where a page cannot be, later publishes look at its day again, and at no other', async () => {
  const { folder, out } = siteWith({
    ...numberedPosts(100),
    ...Object.fromEntries(
      ['2016', '2017', '2018', '2019', '2020', '2021'].map((year) => [
        `_posts/${year}-01-01-old.md`,
        postText({ title: year }),
      ]),
    ),
    '_posts/2022-05-20-a.md': postText({ title: 'a', permalink: '/feed.xml/x/' }),
  });
  await publishTo(out, folder, { count: Infinity });
  expect(Object.keys(readServed(out)).filter((path) => path.startsWith('feed.xml'))).toEqual(['feed.xml']);
  putFiles(folder, { '_posts/2024-06-20-new.md': postText({ title: '新' }) });
  const looked = new Set<string>();
  const day = Ledger.prototype.day;
  const spy = vi.spyOn(Ledger.prototype, 'day').mockImplementation(function (this: Ledger, of) {
    looked.add(of);
    return day.call(this, of);
  });
  const { mode } = await publishTo(out, folder, { count: Infinity });
  spy.mockRestore();
  expect(mode).toBe('changed');
  expect([...looked]).toContain('2022-05-20');
  expect([...looked]).not.toContain('2018-01-01'); // Neither beside one of those, nor where pages end.;
});

test('a day’s page yields to a file as well, whatever is published in between', async () => {
  const { folder, out } = siteWith(THREE);
  const days = () => Object.keys(readServed(out)).filter((path) => path.startsWith('2024'));
  putFiles(folder, { '2024': 'a file' });
  await publishTo(out, folder);
  expect(days()).toEqual(['2024']);
  for (const title of ['一', '二']) {
    putFiles(folder, { '_posts/2025-06-20-new.md': postText({ title }) });
    await publishTo(out, folder);
    expect(days()).toEqual(['2024']);
  }
  rmSync(join(folder, '2024'));
  await publishTo(out, folder);
  expect(days()).toEqual(['2024/05/29/index.html', '2024/05/30/index.html', '2024/05/31/index.html']);
  const clean = makeFolder();
  await publishTo(clean, folder);
  expect(readServed(out)).toEqual(readServed(clean));
});

test('the page of a tag that no address can say holds what its address asks for', async () => {
  const { folder, out } = siteWith({ '_posts/2024-05-29-a.md': postText({ title: 'a', tags: '[.., 夜航]' }) });
  await publishTo(out, folder);
  const address = streamPath('tag', '..');
  const { head } = dataIn(out, `${address.slice(1)}index.html`);
  expect(head).toMatchObject({ slug: streamInAddress(address)?.slug, name: '..', count: 1 });
  expect(dataIn(out, 'tag/夜航/index.html').head?.slug).toBe('夜航');
});

test('a category by another name has it on every page that names it', async () => {
  const config = `${CONFIG}broadsheet: { names: tags }\n`;
  const { folder, out } = siteWith(
    { ...THREE, '_posts/2024-05-01-old.md': postText({ title: '旧闻', categories: 'gangkou', tags: '港口' }) },
    config,
  );
  await publishTo(out, folder, { count: Infinity });
  const nameOn = (path: string) => dataIn(out, path).manifest.sections[0]?.name;
  expect(nameOn('gangkou/2024/05/30/pier.html')).toBe('夜航');
  putFiles(folder, { '_posts/2024-06-20-new.md': postText({ title: '新闻', categories: 'gangkou', tags: '港口' }) });
  const { mode } = await publishTo(out, folder, { count: Infinity });
  expect([
    mode,
    ...['gangkou/2024/05/30/pier.html', '2024/05/30/index.html', 'tag/夜航/index.html'].map(nameOn),
  ]).toEqual(['changed', ...['港口', '港口', '港口']]);
});

test.each([
  ['a chunk', /^data\/posts\/.*/],
  ['a page', /^fengdian\/2024\/05\/31\/wind\.html$/],
  ['a page that goes', /^gangkou\/2024\/05\/30\/pier\.html$/],
])('where %s that pages need is gone, everything is published anew', async (_name, lost) => {
  const { folder, out } = siteWith(THREE);
  await publishTo(out, folder, { count: 2 });
  for (const path of Object.keys(readServed(out))) if (lost.test(path)) rmSync(join(out, path));
  putFiles(folder, { '_posts/2024-06-01-new.md': postText({ title: '新' }) });
  await publishTo(out, folder, { count: 2 });
  const clean = makeFolder();
  await publishTo(clean, folder, { count: 2 });
  expect(readServed(out)).toEqual(readServed(clean));
  expect(verify(out).problems).toEqual([]);
});

test('verify finds a page whose script is gone, and one that was changed', async () => {
  const { folder, out } = siteWith(THREE);
  await publishTo(out, folder);
  putFiles(out, { 'categories/index.html': '<link href="/broadsheet/gone-1.css">' });
  expect(verify(out).problems.map(({ file }) => file)).toContain('broadsheet/gone-1.css');
  await publishTo(out, folder, { isFull: true });
  putFiles(out, { 'index.html': read(out, 'index.html').replaceAll('"count":3', '"count":4') });
  expect(verify(out).problems).toMatchObject([
    { file: 'index.html', found: 'does not hold the manifest that is here' },
  ]);
  putFiles(out, { 'gangkou/2024/05/30/pier.html': 'changed' });
  expect(verify(out).problems.length).toBeGreaterThan(0);
});
