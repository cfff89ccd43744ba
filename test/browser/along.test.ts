// Days that were taken along are read without the network that they came from.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Period, StreamHead } from '#shared/archive.ts';
import type { Headline } from '#shared/post.ts';
import { generatePosts, writePosts } from '../bench/generatePosts.ts';
import { inventPost } from '../bench/inventPost.ts';
import { findFaults } from './checkEveryScreen.ts';
import { expect, test } from './journey.ts';
import { publishAndServe, type ServedSite } from './publishAndServe.ts';

/** All of May 2024, and so many that its stream is cut into days. */
const [DAYS, PER_DAY] = [31, 6];
const EVERYTHING = '本机有 31 天，186 篇';

test.use({ archive: { postCount: DAYS * PER_DAY, perDay: PER_DAY }, serviceWorkers: 'allow' });

test('a month that was taken along is all there when the server is gone', async ({ page }) => {
  test.setTimeout(600_000);
  const { site, end } = await publishMonth();
  const headlines = await loadHeadlines(site.url);
  expect(headlines).toHaveLength(DAYS * PER_DAY);
  await openAlong(page, site.url);
  await page.getByRole('button', { name: '选整个月' }).click();
  await expect(page.getByText(/已选 31 天，186 篇，约 .*B/)).toBeVisible();
  await page.getByRole('button', { name: '存到本机' }).click();
  await expect(page.getByText(EVERYTHING)).toBeVisible({ timeout: 60_000 });
  await end();
  for (const { address, title } of headlines) await expectArticle(page, site.url + address.slice(1), title);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: headlines.at(-1)?.title ?? '' })).toBeVisible();
  await expect(page.getByRole('link', { name: headlines.at(-2)?.title ?? '' }).first()).toBeVisible();
  await expectList(page, `${site.url}2024/05/15/`, 16 * PER_DAY, headlines);
  await expectList(page, `${site.url}?from=2024-05-10`, 21 * PER_DAY, headlines);
  await expectList(page, site.url, 1, headlines);
  await page.goto(`${site.url}archive/?month=2024-05`);
  await expect(page.getByRole('link', { name: '2024年5月15日星期三 · 6 篇' })).toBeVisible();
});

test('the lists of its sections are there too', async ({ page, context, site }) => {
  await take(page, site.url, /选 .*27日.* 起的一周/);
  await expect(page.getByText('本机有 5 天，30 篇')).toBeVisible();
  await context.setOffline(true);
  await page.goto(`${site.url}category/section-0/?from=2024-05-29`);
  await expect(page.getByRole('feed').getByRole('heading', { level: 3 }).first()).toBeVisible();
  await page.goto(`${site.url}2024/05/29/`);
  await expect(page.getByRole('feed').getByRole('heading', { level: 3 })).toHaveCount(PER_DAY);
  await expect(page.getByRole('feed').getByText('不在本机')).toHaveCount(0);
});

test('without a network, what is not here says so, can be kept for later, and leads to what is', async ({
  page,
  context,
  site,
}) => {
  await take(page, site.url, /5月20日.* 不在本机/);
  await expect(page.getByText('本机有 1 天，6 篇')).toBeVisible();
  await page.goto(site.url);
  await context.setOffline(true);
  await page.reload();
  const row = page.getByRole('feed').getByRole('article').nth(18);
  await row.getByRole('button', { name: '不在本机 · 连上后保存' }).click();
  await expect(row.getByRole('button', { name: '不在本机 · 连上后会存好' })).toBeVisible();
  await page.goto(`${site.url}archive/?month=2024-05`);
  await expect(page.getByRole('link', { name: '2024年5月19日星期日 · 6 篇 · 不在本机' })).toBeVisible();
  await expect(page.getByRole('link', { name: '2024年5月20日星期一 · 6 篇', exact: true })).toBeVisible();
  await page.goto(`${site.url}2024/05/18/`);
  await page.getByRole('link', { name: '2024年5月20日星期一' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2024年5月20日星期一' })).toBeVisible();
  await page.getByRole('link', { name: '离线' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '随身读' })).toBeVisible();
});

test('paused, it goes on after the browser was closed', async ({ site, launchOptions }) => {
  const profile = await mkdtemp(join(tmpdir(), 'broadsheet-profile-'));
  const open = () => chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'zh-CN' });
  const context = await open();
  const page = await context.newPage();
  await openAlong(page, site.url);
  await page.getByRole('button', { name: '选整个月' }).click();
  await slowDown(context, page);
  await page.getByRole('button', { name: '存到本机' }).click();
  await expect(page.getByText(/已存 [1-9]\d* \/ 186 篇/)).toBeVisible();
  await page.getByRole('button', { name: '暂停' }).click();
  await expect(page.getByText(/还有 \d+ 篇没有存完/)).toBeVisible();
  const before = await keptPaths(page);
  await context.close();
  const later = await open();
  const again = await later.newPage();
  const fetched: string[] = [];
  again.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await again.goto(`${site.url}offline/`);
  await expect(again.getByText(/还有 \d+ 篇没有存完/)).toBeVisible();
  await again.getByRole('button', { name: '继续' }).click();
  await expect(again.getByText(EVERYTHING)).toBeVisible({ timeout: 60_000 });
  const chunks = before.filter((path) => path.startsWith('/data/posts/'));
  expect(chunks.length).toBeGreaterThan(0);
  expect(fetched.filter((path) => chunks.includes(path))).toEqual([]);
  await later.close();
  await rm(profile, { recursive: true, force: true });
});

test('a check finds a damaged file and fetches it anew; deleting leaves nothing', async ({ page, site }) => {
  await take(page, site.url, /5月20日.* 不在本机/);
  await expect(page.getByText('本机有 1 天，6 篇')).toBeVisible();
  await damageChunk(page);
  await page.getByRole('button', { name: '检查存下的文件' }).click();
  await expect(page.getByText('1 个已损坏')).toBeVisible();
  await expect(page.getByText('本机有 1 天，6 篇')).toBeVisible();
  await page.getByRole('button', { name: '检查存下的文件' }).click();
  await expect(page.getByText('全部完好')).toBeVisible();
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByRole('button', { name: '从本机删除' }).click();
  await expect(page.getByText('还没有存下任何一天')).toBeVisible();
  await expect.poll(() => keptPaths(page)).toEqual([]);
});

test('a device that is nearly full stops with a word', async ({ page, context, site }) => {
  await openAlong(page, site.url);
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(site.url);
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  // Room for some days, beside what is left free.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.round((used + 60_000) / 0.95) });
  await page.getByRole('button', { name: '选整个月' }).click();
  await page.getByRole('button', { name: '存到本机' }).click();
  await expect(page.getByText('空间快满了')).toBeVisible();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByText(EVERYTHING)).toBeVisible({ timeout: 60_000 });
});

test('the newest days come by themselves to who comes back', async ({ page, site }) => {
  await page.goto(site.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  const days = async () => (await keptPaths(page)).filter((path) => path.startsWith('/data/days/')).toSorted();
  await expect.poll(days).toEqual(['29', '30', '31'].map((day) => `/data/days/2024/05/${day}.json`));
});

test('a day that publishing changes is brought up to date', async ({ page, context }) => {
  const posts = await mkdtemp(join(tmpdir(), 'broadsheet-posts-'));
  await generatePosts(posts, 4 * PER_DAY, (place) => inventPost(place, PER_DAY));
  const site = await publishAndServe(posts);
  await take(page, site.url, /5月30日.* 不在本机/);
  await expect(page.getByText('本机有 1 天，6 篇')).toBeVisible();
  const file = '2024-05/2024-05-30-late.md';
  await writePosts(posts, [
    { file, text: '---\ntitle: 晚到的消息\ndate: 2024-05-30 12:34:56 +0800\n---\n<p>正文。</p>\n' },
  ]);
  await promisify(execFile)(process.execPath, ['dist/cli.js', 'publish', posts, site.folder]);
  await page.reload();
  await expect(page.getByText('本机有 1 天，7 篇')).toBeVisible();
  await context.setOffline(true);
  await expectArticle(page, `${site.url}2024/05/30/late.html`, '晚到的消息');
  await site.close();
  await rm(posts, { recursive: true });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screen, and rows that are not here, ${colorScheme}: axe finds nothing`, async ({ page, context, site }) => {
    await page.emulateMedia({ colorScheme });
    await take(page, site.url, /5月20日.* 不在本机/);
    await expect(page.getByText('本机有 1 天，6 篇')).toBeVisible();
    await page.getByRole('button', { name: /5月21日.* 不在本机/ }).click();
    await page.getByRole('button', { name: '全部删除' }).click();
    expect(await findFaults(page)).toEqual([]);
    await page.goto(site.url);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('button', { name: '不在本机 · 连上后保存' }).first()).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
  });
}

async function publishMonth(): Promise<{ readonly site: ServedSite; readonly end: () => Promise<void> }> {
  const posts = await mkdtemp(join(tmpdir(), 'broadsheet-posts-'));
  await generatePosts(posts, DAYS * PER_DAY, (place) => inventPost(place, PER_DAY));
  const site = await publishAndServe(posts, ['--pages', 'none']);
  await rm(posts, { recursive: true });
  return { site, end: site.close };
}

/** Every headline of a site, newest first, by its data files. */
async function loadHeadlines(url: string): Promise<readonly Headline[]> {
  const load = async <T>(file: string) => (await (await fetch(`${url}data/streams/all/${file}.json`)).json()) as T; // Published a moment ago.
  const inPeriod = async (key: string): Promise<readonly Headline[]> => {
    const period = await load<Period>(key);
    if ('headlines' in period) return period.headlines;
    return (await Promise.all(period.parts.map((part) => inPeriod(part.period)))).flat();
  };
  const { years } = await load<StreamHead>('head');
  return (await Promise.all(years.map(({ period }) => inPeriod(period)))).flat();
}

/** Opens the screen as who has been here before, and without what comes by itself. */
async function openAlong(page: Page, url: string): Promise<void> {
  await page.goto(`${url}icon.svg`); // Of the same origin, and without script.
  await page.evaluate(() => localStorage.setItem('broadsheet:settings', '{"along":"0","locale":"zh-Hans"}'));
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(`${url}offline/`);
  await expect(page.getByRole('button', { name: '选整个月' })).toBeVisible();
}

/** Takes along what a button of the calendar chooses. */
async function take(page: Page, url: string, name: RegExp): Promise<void> {
  await openAlong(page, url);
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: '存到本机' }).click();
}

async function expectArticle(page: Page, url: string, title: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

/** The headline at a place of the archive stands in a list, also when it is loaded anew. */
async function expectList(page: Page, url: string, place: number, headlines: readonly Headline[]): Promise<void> {
  const title = headlines[place]?.title ?? '';
  await page.goto(url);
  await expect(page.getByRole('feed').getByRole('link', { name: title })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('feed').getByRole('link', { name: title })).toBeVisible();
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const network = { offline: false, latency: 200, downloadThroughput: -1, uploadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', network);
}

function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('taken '));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });
}

async function damageChunk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith('taken ')) ?? '';
    const cache = await caches.open(name);
    const request = (await cache.keys()).find(({ url }) => url.includes('/data/posts/'));
    const answer = request && (await cache.match(request));
    if (answer) await cache.put(request, new Response('damaged', { headers: answer.headers }));
  });
}
