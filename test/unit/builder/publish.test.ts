import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { UsageError } from '#builder/UsageError.ts';
import { MissingAppError } from '#builder/files/shell.ts';
import { verify } from '#builder/verify.ts';
import type { CalendarYear, Directory, Front, Manifest, StreamHead } from '#shared/archive.ts';
import { headFile, streamKey } from '#shared/paths.ts';
import { APP_FOLDER, differences, type Files, makeFolder, putFiles, readFiles, readServed } from './folders.ts';
import { numberedPost, numberedPosts, postText } from './posts.ts';

const CONFIG = { '_config.yml': 'title: 澜浦潮信\nlang: zh-CN\ntimezone: Asia/Shanghai\nurl: https://lanpu.example\n' };
const NOW_MS = Date.UTC(2026, 10, 21, 2);
const CLI = 'dist/cli.js';

function publishTo(out: string, folder: string, nowMs = NOW_MS) {
  return publish({ folder, out, appFolder: APP_FOLDER, nowMs, keepMs: 0 });
}

function readManifest(out: string): Manifest {
  return readData<Manifest>(out, 'manifest.json');
}

function readData<T>(out: string, path: string): T {
  return JSON.parse(readFileSync(join(out, 'data', path), 'utf8')) as T; // Just written by publish().
}

const PRESET = { '_config.yml': `${CONFIG['_config.yml']}broadsheet: { preset: eastmoney }\n` };
const NAMED_PIER = '<p>码头<a href="https://q.example/unify/r/1.600001">甲港</a>今晚恢复夜航。</p><p>浓雾散去。</p>';

/** Posts that name where they come from and securities; that of the day before has no date. */
const SOURCED: Files = {
  '_posts/2024-05-29-fog.md': postText(
    { title: '浓雾', date: '+0800' },
    `${NAMED_PIER}<p class="em_media">（文章来源：海湾日报）</p>`,
  ),
  '_posts/2024-05-30-pier.md': postText(
    { title: '夜航', date: '2024-05-30 08:00:00 +0800' },
    `${NAMED_PIER}<p class="em_media">（文章来源：港口快讯）</p>`,
  ),
  '_posts/2024-05-30-wind.md': postText(
    { title: '风机', date: '2024-05-30 09:00:00 +0800' },
    `> 风机（000002.SZ）与码头（600001.SH）一同检修。（港口快讯）\n\n<p>两天内完工。</p>`,
  ),
};

test('what posts name and where they come from stands in front page, calendar, directory and stream', async () => {
  const out = makeFolder();
  const { report } = await publishTo(out, makeFolder({ ...PRESET, ...SOURCED }));
  expect(report.problems.map(({ file }) => file)).toEqual(['_posts/2024-05-29-fog.md']);
  expect(readData<Front>(out, 'front.json')).toMatchObject({
    day: '2024-05-30',
    mentions: [
      { mention: { code: '600001', market: '1', name: '甲港' }, count: 2 },
      { mention: { code: '000002', market: '0' }, count: 1 },
    ],
  });
  expect(readData<CalendarYear>(out, 'calendar/2024.json').problems).toEqual([{ day: '2024-05-29', count: 1 }]);
  expect(readData<Directory>(out, 'sources.json').streams).toEqual([
    { slug: '港口快讯', name: '港口快讯', count: 2, day: '2024-05-30' },
    { slug: '海湾日报', name: '海湾日报', count: 1, day: '2024-05-29' },
  ]);
  const head = readData<StreamHead>(out, headFile('source', '港口快讯'));
  expect(head).toMatchObject({ kind: 'source', slug: '港口快讯', name: '港口快讯', count: 2 });
  expect(head.newest.map(({ title }) => title)).toEqual(['风机', '夜航']);
  expect(head.years).toEqual([{ period: '2024', count: 2 }]);
  expect(verify(out)).toMatchObject({ articles: 3, problems: [] });
});

test('what one post says at length does not fill the lists', async () => {
  const long = '潮'.repeat(60_000);
  const fields = {
    title: long,
    categories: `[${long}, port]`,
    tags: `[${Array.from({ length: 300 }, (_tag, index) => `t${index}`).join(', ')}]`,
    lang: `zh${'-abc'.repeat(9000)}`,
  };
  const body = `<p class="em_media">文章来源：${long}</p><p>浓雾已散。</p><figure><img src="https://p.example/${'a'.repeat(9000)}.jpg"></figure><p><a href="https://q.example/unify/r/1.${'9'.repeat(9000)}">甲港</a></p>`;
  const config = {
    '_config.yml': 'timezone: Asia/Shanghai\nurl: https://lanpu.example\nbroadsheet: { preset: eastmoney }\n',
  };
  const folder = makeFolder({ ...config, '_posts/2024-05-30-tide.md': postText(fields, body) });
  const out = makeFolder();
  const { report } = await publishTo(out, folder);
  const [row] = (readManifest(out).newest ?? []).map((headline) => JSON.stringify(headline));
  expect(Buffer.byteLength(row ?? '')).toBeLessThan(4096);
  expect(report.problems).toHaveLength(4);
  expect(verify(out).problems).toEqual([]);
});

test('a published folder verifies, and its manifest says what is in it', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(30), 'pictures/pier.jpg': Buffer.from([0xff, 0xd8, 0xff]) });
  const out = makeFolder();
  const published = await publishTo(out, folder);
  expect(published.posts).toBe(30);
  expect(published.report.problems).toEqual([]);
  expect(verify(out)).toMatchObject({ articles: 30, problems: [] });
  expect(readFileSync(join(out, 'pictures/pier.jpg'))).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(readManifest(out)).toMatchObject({
    format: 1,
    site: { title: '澜浦潮信', lang: 'zh-CN', timezone: 'Asia/Shanghai' },
    publishedAt: '2026-11-21T02:00:00Z',
    count: 30,
    firstDay: '2024-05-01',
    lastDay: '2024-05-01',
    sections: [
      { slug: 'fengdian', name: 'fengdian', count: 10 },
      { slug: 'gangkou', name: 'gangkou', count: 10 },
      { slug: 'haiwan', name: 'haiwan', count: 10 },
    ],
    volumes: [],
  });
  expect(
    readManifest(out)
      .newest.map(({ title }) => title)
      .slice(0, 3),
  ).toEqual(['第29号潮信', '第28号潮信', '第27号潮信']);
  expect(readManifest(out).newest).toHaveLength(20);
});

test('the page and the page for missing addresses are the same, made for this site', async () => {
  const out = makeFolder();
  await publish({ folder: makeFolder(CONFIG), out, appFolder: APP_FOLDER, nowMs: NOW_MS, base: 'news' });
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  expect(readFileSync(join(out, '404.html'), 'utf8')).toBe(page);
  expect(page).toContain('<html lang="zh-CN" data-site-lang="zh-CN">');
  expect(page).toContain('<title>澜浦潮信</title>');
  expect(page).toContain('<meta name="broadsheet-base" content="/news/">');
  expect(page).toContain('src="/news/broadsheet/main.js"');
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'));
});

test('a second publish, later and after every post was touched, writes nothing', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(60) });
  const out = makeFolder();
  await publishTo(out, folder);
  const before = readServed(out);
  expect(await publishTo(out, folder, NOW_MS + 60_000)).toMatchObject({ site: { written: [], removed: [] } });
  for (const file of readdirSync(join(folder, '_posts'))) utimesSync(join(folder, '_posts', file), 1e9, 1e9);
  expect(await publishTo(out, folder, NOW_MS + 120_000)).toMatchObject({ site: { written: [], removed: [] } });
  expect(readServed(out)).toEqual(before);
});

test('an edited post changes its day, its chunk, its periods and the manifest, and nothing else', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(300) });
  const out = makeFolder();
  await publishTo(out, folder);
  const before = readServed(out);
  putFiles(folder, numberedPost(150, '<p>第150艘货轮改在二号码头靠岸。</p>'));
  await publishTo(out, folder, NOW_MS + 60_000);
  const changed = differences(before, readServed(out));
  expect(changed.filter((path) => !path.startsWith('data/posts/'))).toEqual([
    'data/days/2024/05/02.json',
    'data/manifest.json',
    'data/streams/all/2024-05-02.json',
    'data/streams/category/gangkou/2024.json',
    `data/streams/tag/${streamKey('夜航')}/2024.json`,
  ]);
  expect(changed.filter((path) => path.startsWith('data/posts/'))).toHaveLength(2);
});

test('the newest post also changes the heads it stands in, the directories, the calendar, the front page, feeds and sitemap', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(299) });
  const out = makeFolder();
  await publishTo(out, folder);
  const before = readServed(out);
  putFiles(folder, numberedPost(299));
  await publishTo(out, folder);
  const changed = differences(before, readServed(out));
  expect(changed.filter((path) => !path.startsWith('data/posts/'))).toEqual([
    'category/fengdian/feed.xml',
    'data/calendar/2024.json',
    'data/categories.json',
    'data/days/2024/05/03.json',
    'data/front.json',
    'data/manifest.json',
    'data/streams/all/2024-05-03.json',
    'data/streams/all/2024-05.json',
    'data/streams/all/2024.json',
    'data/streams/all/head.json',
    'data/streams/category/fengdian/2024.json',
    'data/streams/category/fengdian/head.json',
    `data/streams/tag/${streamKey('风机')}/2024.json`,
    `data/streams/tag/${streamKey('风机')}/head.json`,
    'data/tags.json',
    'feed.json',
    'feed.xml',
    'sitemap-2024.xml',
    'tag/风机/feed.xml',
  ]);
});

test('step by step gives the same files as all at once', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(40), 'old.png': 'png' });
  const out = makeFolder();
  await publishTo(out, folder);
  rmSync(join(folder, 'old.png'));
  rmSync(join(folder, '_posts/2024-05-01-no7.md'));
  putFiles(folder, { ...numberedPost(3, '<p>改过的正文。</p>'), ...numberedPost(120) });
  await publishTo(out, folder);
  const once = makeFolder();
  await publishTo(once, folder);
  expect(readServed(out)).toEqual(readServed(once));
});

test('the files of a removed post go, and a file that publish never wrote stays', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPost(1), ...numberedPost(2), ...numberedPost(150) });
  const out = makeFolder({ CNAME: 'news.example\n', 'data/notes/own.txt': '手写的' });
  await publishTo(out, folder);
  expect(existsSync(join(out, 'data/days/2024/05/02.json'))).toBe(true);
  rmSync(join(folder, '_posts/2024-05-02-no150.md'));
  // Gone: the day's index, its chunk, and the streams of a tag nobody else has.
  expect((await publishTo(out, folder)).site.removed.length).toBeGreaterThanOrEqual(4);
  expect(existsSync(join(out, 'data/days/2024/05/02.json'))).toBe(false);
  expect(existsSync(join(out, 'data/streams/category/gangkou'))).toBe(false);
  expect(verify(out)).toMatchObject({ articles: 2, problems: [] });
  expect(readFileSync(join(out, 'CNAME'), 'utf8')).toBe('news.example\n');
  expect(readFileSync(join(out, 'data/notes/own.txt'), 'utf8')).toBe('手写的');
});

test.each<[string, Files, string, number]>([
  ['unreadable YAML', { '_posts/2024-05-01-bad.md': postText({ title: '"他说"好"的"', tags: '[a' }) }, 'YAML', 4],
  ['an invalid date', { '_posts/2024-05-01-bad.md': postText({ title: '坏日期', date: '+0800' }) }, 'no date', 4],
  ['no day anywhere', { '_posts/2024-13-41-bad.md': postText({ title: '没有日期' }) }, 'no day', 3],
  ['bytes that are no UTF-8', { '_posts/2024-05-01-bad.md': Buffer.from([0xd6, 0xd0, 0xce, 0xc4]) }, 'UTF-8', 4],
  ['NUL bytes', { '_posts/2024-05-01-bad.md': `---\ntitle: 空\n---\n<p>前\0后</p>` }, '', 4],
  [
    '10,000 nested tags',
    { '_posts/2024-05-01-bad.md': `---\ntitle: 深\n---\n${'<div>'.repeat(10_000)}底` },
    'nested',
    4,
  ],
  ['2,000 nested quotes', { '_posts/2024-05-01-bad.md': `---\ntitle: 深\n---\n${'>'.repeat(2000)} 底` }, '', 4],
  ['an unknown placeholder', { '_posts/2024-05-01-bad.md': postText({ permalink: '/:nope/' }) }, ':nope', 4],
])('a post with %s stops no other', async (_name, bad, found, count) => {
  const good = { ...CONFIG, ...numberedPost(101), ...numberedPost(102), ...numberedPost(103) };
  const [clean, mixed] = [makeFolder(), makeFolder()];
  await publishTo(clean, makeFolder(good));
  const { posts, report } = await publishTo(mixed, makeFolder({ ...good, ...bad }));
  expect(posts).toBe(count);
  if (found !== '') expect(report.problems).toContainEqual(expect.objectContaining({ file: Object.keys(bad)[0] }));
  expect(report.problems.map((problem) => problem.found).join()).toContain(found);
  expect(verify(mixed)).toMatchObject({ articles: count, problems: [] });
  const [goods, all] = [readServed(clean), readServed(mixed)];
  expect(all['data/days/2024/05/02.json']).toBe(goods['data/days/2024/05/02.json']);
});

test.each([
  ['two levels up', '../../outside.html'],
  ['up, encoded', '/%2e%2e/%2e%2e/outside.html'],
  ['up, with backslashes', '..\\..\\outside.html'],
  ['an absolute path', '/tmp/outside.html'],
  ['a NUL byte', '"/outside\\0.html"'],
])('a permalink that leads %s writes nothing outside the site folder', async (_name, permalink) => {
  const folder = makeFolder({ ...CONFIG, '_posts/2024-05-01-out.md': postText({ title: '出走', permalink }) });
  const around = makeFolder({ 'a/b/site/keep.txt': '' });
  const out = join(around, 'a/b/site');
  expect((await publishTo(out, folder)).posts).toBe(1);
  expect(Object.keys(readFiles(around)).filter((path) => !path.startsWith('a/b/site/'))).toEqual([]);
  expect(verify(out)).toMatchObject({ articles: 1, problems: [] });
});

test('a damaged list of the last run deletes nothing outside the site folder', async () => {
  const around = makeFolder({ 'own.txt': '我的', 'site/.broadsheet/files': '../own.txt\n/etc/hosts\nsite.txt\0\n' });
  await publishTo(join(around, 'site'), makeFolder({ ...CONFIG, ...numberedPost(1) }));
  expect(readFileSync(join(around, 'own.txt'), 'utf8')).toBe('我的');
});

test('a site folder inside the Jekyll folder is not published into itself', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(3) });
  await publishTo(join(folder, 'site'), folder);
  expect(await publishTo(join(folder, 'site'), folder)).toMatchObject({ posts: 3, site: { written: [] } });
  expect(existsSync(join(folder, 'site/site'))).toBe(false);
});

test('a site folder around the Jekyll folder is refused', async () => {
  const folder = makeFolder({ 'posts/_config.yml': '' });
  await expect(publishTo(folder, join(folder, 'posts'))).rejects.toThrow(UsageError);
});

test('without a built app nothing is written', async () => {
  const out = makeFolder();
  const options = { folder: makeFolder(CONFIG), out, appFolder: makeFolder(), nowMs: NOW_MS };
  await expect(publish(options)).rejects.toThrow(MissingAppError);
  expect(readServed(out)).toEqual({});
});

test('a folder without posts is an empty site', async () => {
  const out = makeFolder();
  expect(await publishTo(out, makeFolder())).toMatchObject({ posts: 0 });
  expect(readManifest(out)).toMatchObject({ count: 0, newest: [], sections: [] });
  expect(readManifest(out)).not.toHaveProperty('firstDay');
  expect(verify(out).problems).toEqual([]);
});

test('a post of tomorrow waits until its time has come', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPost(1) });
  const [early, late] = [Date.UTC(2024, 3, 30, 16, 9, 59), Date.UTC(2024, 3, 30, 16, 10)];
  expect((await publishTo(makeFolder(), folder, early)).posts).toBe(0);
  expect((await publishTo(makeFolder(), folder, late)).posts).toBe(1);
  const options = { folder, out: makeFolder(), appFolder: APP_FOLDER, nowMs: early, future: true };
  expect((await publish(options)).posts).toBe(1);
});

test.each([
  ['plain posts', CONFIG],
  ['posts with sources and mentions', PRESET],
])('another time zone, locale and file order give the same bytes for %s', (_name, config) => {
  expect(existsSync(CLI), `${CLI} is missing: run "npm run build" first`).toBe(true);
  const files: Files = {
    ...config,
    ...SOURCED,
    ...numberedPosts(40),
    '_posts/2024-05-01-zoneless.md': postText({ title: '"夜航"', date: '2024-05-01 23:30:00', tags: 'é e\u0301 ß ı' }),
    '_posts/2024-05-02-day-only.md': postText({ date: '2024-05-02', permalink: '/:short_month/:long_day/:title/' }),
    'pictures/ä.png': 'a',
    'pictures/z.png': 'z',
  };
  const reversed = Object.fromEntries(Object.entries(files).toReversed());
  const [here, there] = [makeFolder(), makeFolder()];
  runPublish(makeFolder(files), here, { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' });
  runPublish(makeFolder(reversed), there, { TZ: 'America/St_Johns', LC_ALL: 'tr_TR', LANG: 'C' });
  expect(differences(readServed(here), readServed(there))).toEqual([]);
  expect(readManifest(here).publishedAt).toBe('2026-11-21T02:00:00Z');
});

function runPublish(folder: string, out: string, env: Record<string, string>): void {
  const all = { ...process.env, ...env, SOURCE_DATE_EPOCH: String(NOW_MS / 1000) };
  execFileSync(process.execPath, [CLI, 'publish', folder, out], { env: all, stdio: 'ignore' });
}

test('a file that was changed or lost by hand is put right', async () => {
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(3) });
  const out = makeFolder();
  await publishTo(out, folder);
  const before = readServed(out);
  writeFileSync(join(out, 'data/manifest.json'), '{"generation":');
  rmSync(join(out, 'data/days'), { recursive: true });
  rmSync(join(out, '.broadsheet'), { recursive: true });
  await publishTo(out, folder);
  expect(readServed(out)).toEqual(before);
});

test('a folder whose posts are gone leaves a site of posts as it is', async () => {
  const [folder, out] = [makeFolder({ ...CONFIG, ...numberedPosts(3) }), makeFolder()];
  await publishTo(out, folder);
  const before = readServed(out);
  rmSync(join(folder, '_posts'), { recursive: true });
  await expect(publishTo(out, folder)).rejects.toThrow(UsageError);
  expect(readServed(out)).toEqual(before);
  expect((await publishTo(makeFolder(), folder)).posts).toBe(0);
});
