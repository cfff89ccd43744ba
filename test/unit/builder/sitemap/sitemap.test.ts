// @vitest-environment jsdom
// The sitemap of published folders, as a crawler reads it.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import { attributesOf, readXml, textsOf } from '../feeds/readXml.ts';
import { APP_FOLDER, differences, makeFolder, putFiles, readServed } from '../folders.ts';
import { numberedPost, numberedPosts, postText } from '../posts.ts';

const CONFIG = { '_config.yml': 'timezone: Asia/Shanghai\nurl: https://news.example\nbaseurl: /n\n' };
const SITE = 'https://news.example/n/';
const NOW_MS = Date.UTC(2026, 10, 21, 2);
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

function publishTo(out: string, folder: string, options: { changed?: readonly string[]; base?: string } = {}) {
  return publish({ folder, out, appFolder: APP_FOLDER, nowMs: NOW_MS, keepMs: 0, ...options });
}

function read(out: string, file: string): Document {
  return readXml(readFileSync(join(out, file)));
}

/** The files that the index names. Throws for what is no index. */
function listed(out: string): string[] {
  const index = read(out, 'sitemap.xml').documentElement;
  expect([index.localName, index.namespaceURI]).toEqual([
    'sitemapindex',
    'http://www.sitemaps.org/schemas/sitemap/0.9',
  ]);
  return textsOf(index, 'loc').map((url) => url.slice(SITE.length));
}

/** The addresses of a sitemap, which is checked against what its schema says. */
function addressesIn(out: string, file: string): string[] {
  const sitemap = read(out, file).documentElement;
  expect([sitemap.localName, sitemap.namespaceURI]).toEqual(['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9']);
  for (const url of sitemap.children)
    expect([['loc'], ['loc', 'lastmod']]).toContainEqual([...url.children].map(({ localName }) => localName));
  const urls = textsOf(sitemap, 'loc');
  expect(urls.filter((url) => !url.startsWith(SITE) || !URL.canParse(url) || new URL(url).href !== url)).toEqual([]);
  expect(textsOf(sitemap, 'lastmod').filter((date) => !DATE.test(date))).toEqual([]);
  return urls.map((url) => url.slice(SITE.length - 1));
}

test('it leads to every post and every screen, and robots.txt to it', async () => {
  const out = makeFolder();
  const spaced = postText({ title: '潮', date: '2023-05-01 08:00:00 +0800', permalink: '/潮 & 汐/' });
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(3), '_posts/2023-05-01-tide.md': spaced });
  await publishTo(out, folder);
  expect(listed(out)).toEqual(['sitemap-screens.xml', 'sitemap-2024.xml', 'sitemap-2023.xml']);
  expect(addressesIn(out, 'sitemap-2024.xml')).toEqual([
    '/gangkou/2024/05/01/no0.html',
    '/haiwan/2024/05/01/no1.html',
    '/fengdian/2024/05/01/no2.html',
  ]);
  expect(textsOf(read(out, 'sitemap-2024.xml'), 'lastmod')[1]).toBe('2024-05-01T00:10:00+08:00');
  expect(addressesIn(out, 'sitemap-2023.xml')).toEqual(['/%E6%BD%AE%20&%20%E6%B1%90/']);
  expect(addressesIn(out, 'sitemap-screens.xml')).toEqual([
    ...['/', '/categories/', '/tags/', '/sources/', '/archive/'],
    ...['/category/fengdian/', '/category/gangkou/', '/category/haiwan/'],
    ...['夜航', '海湾日报', '港口快讯'].map((tag) => `/tag/${encodeURIComponent(tag)}/`),
  ]);
  expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toBe(
    `User-agent: *\nDisallow:\n\nSitemap: ${SITE}sitemap.xml\n`,
  );
  expect(attributesOf(read(out, 'sitemap.xml'), 'sitemap', 'lastmod')).toEqual([null, null, null]);
  expect(verify(out).problems).toEqual([]);
});

test('an archive that grows and shrinks has the files of one that was always so', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(500) });
  const [out, once] = [makeFolder(), makeFolder()];
  await publishTo(out, folder);
  expect(listed(out)).toEqual(['sitemap-screens.xml', 'sitemap-2024.xml']);
  const [path = ''] = Object.keys(numberedPost(500));
  putFiles(folder, numberedPost(500));
  expect(await publishTo(out, folder, { changed: [path] })).toMatchObject({ mode: 'changed' });
  const days = ['06', '05', '04', '03', '02', '01'].map((day) => `sitemap-2024-05-${day}.xml`);
  expect(listed(out)).toEqual(['sitemap-screens.xml', ...days]);
  expect(days.map((file) => addressesIn(out, file).length)).toEqual([1, 100, 100, 100, 100, 100]);
  expect(existsSync(join(out, 'sitemap-2024.xml'))).toBe(false);
  await publishTo(once, folder);
  expect(readServed(out)).toEqual(readServed(once));
  rmSync(join(folder, path));
  await publishTo(out, folder, { changed: [path] });
  expect(readdirSync(out).filter((file) => file.startsWith('sitemap'))).toEqual([
    'sitemap-2024.xml',
    'sitemap-screens.xml',
    'sitemap.xml',
  ]);
  expect(verify(out).problems).toEqual([]);
});

test('one more post rewrites the file of its day, and no other', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(520) });
  const out = makeFolder();
  await publishTo(out, folder);
  const before = readServed(out);
  putFiles(folder, numberedPost(520));
  await publishTo(out, folder, { changed: Object.keys(numberedPost(520)) });
  expect(differences(before, readServed(out)).filter((path) => path.startsWith('sitemap'))).toEqual([
    'sitemap-2024-05-06.xml',
  ]);
});

test('a day that loses its last post leaves nothing behind', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(2), ...numberedPost(150) });
  const out = makeFolder();
  await publishTo(out, folder);
  const [path = ''] = Object.keys(numberedPost(150));
  rmSync(join(folder, path));
  await publishTo(out, folder, { changed: [path] });
  expect(addressesIn(out, 'sitemap-2024.xml')).toHaveLength(2);
});

test('without a url there is none', async () => {
  const out = makeFolder();
  await publishTo(out, makeFolder({ '_config.yml': 'title: 澜浦潮信\n', ...numberedPosts(2) }));
  expect(readdirSync(out).filter((file) => file.startsWith('sitemap'))).toEqual([]);
  expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow:\n');
});

test('a publisher’s own robots.txt is the one that counts, for as long as it is there', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(2), 'robots.txt': 'User-agent: *\nDisallow: /\n' });
  const out = makeFolder();
  const robots = () => readFileSync(join(out, 'robots.txt'), 'utf8');
  await publishTo(out, folder);
  expect(robots()).toBe('User-agent: *\nDisallow: /\n');
  await publishTo(out, folder, { changed: Object.keys(numberedPost(1)) });
  expect(robots()).toBe('User-agent: *\nDisallow: /\n');
  rmSync(join(folder, 'robots.txt'));
  await publishTo(out, folder, { changed: ['robots.txt'] });
  expect(robots()).toContain('Sitemap: ');
  putFiles(folder, { 'robots.txt': '---\nlayout: null\n---\nUser-agent: *\n' });
  const { report } = await publishTo(out, folder, { changed: ['robots.txt'] });
  expect(robots()).toContain('Sitemap: ');
  expect(report.leftOut.map(({ file }) => file)).toEqual(['robots.txt']);
});
