// What was read opens without a network: the reader, the lists and articles that were seen, and nothing else.
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { publishAndServe } from './publishAndServe.ts';

test.use({ archive: 'test/fixtures/newsroom', serviceWorkers: 'allow' });

const TITLE = '东岬县：四十台风机抢在大风之前并网';
const CATEGORY = 'category/haiwanribao/';
const ARTICLE = 'haiwanribao/2024/05/30/NW202405300955067614.html';
const UNSEEN = 'gangkoukuaixun/2024/05/29/NW202405290815003344.html';

/** Opens home, and waits until the worker answers for it and has kept what it read. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => keptPaths(page)).toContain('/data/manifest.json');
}

async function readCategoryAndArticle(page: Page, url: string): Promise<void> {
  await page.goto(url + CATEGORY);
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await page.goto(url + ARTICLE);
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect
    .poll(async () => (await keptPaths(page)).filter((path) => path.startsWith('/data/posts/')))
    .not.toEqual([]);
}

function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(opened.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname);
  });
}

async function expectToRead(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await page.goto(url + CATEGORY);
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await page.goto(url + ARTICLE);
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
}

test('a first visit is enough to open home offline, and the line at the top says so', async ({
  page,
  context,
  site,
}) => {
  await visit(page, site.url);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await expect(page.getByRole('navigation').first()).toContainText('离线');
});

test('an article that was the first visit, and asked for nothing, opens offline', async ({ page, context, site }) => {
  await page.goto(site.url + ARTICLE);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect
    .poll(async () => (await keptPaths(page)).join())
    .toMatch(/\/data\/manifest\.json.*\/data\/posts\/|\/data\/posts\/.*\/data\/manifest\.json/);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
});

test('offline, what was read opens, and what was not says so and leads on', async ({ page, context, site }) => {
  await visit(page, site.url);
  await readCategoryAndArticle(page, site.url);
  await context.setOffline(true);
  await expectToRead(page, site.url);
  await page.goto(site.url + UNSEEN);
  await expect(page.getByRole('alert')).toContainText('现在连不上网络');
  await page.getByRole('alert').getByRole('link').click();
  await expect(page.getByText(TITLE).first()).toBeVisible();
});

test('with the server stopped, what was read opens', async ({ page }) => {
  const site = await publishAndServe('test/fixtures/newsroom');
  await visit(page, site.url);
  await readCategoryAndArticle(page, site.url);
  await site.close();
  await expectToRead(page, site.url);
});
