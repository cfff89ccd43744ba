// What every journey over a host that misbehaves starts with, and what none of them may come to.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test as base } from '@playwright/test';
import { FaultyServer, LOGIN_WORDS } from './faultyServer.ts';

export { expect } from '@playwright/test';

/** Within this time of a fault's end all is well again, without the reader. */
export const RECOVERY_MS = 15_000;

const POSTS = 'test/fixtures/newsroom';
export const TITLE = '东岬县：四十台风机抢在大风之前并网';
export const CATEGORY = 'category/haiwanribao/';
export const ARTICLE = 'haiwanribao/2024/05/30/NW202405300955067614.html';

type WorkerFixtures = { readonly options: readonly string[]; readonly published: string };
type Fixtures = {
  readonly redirectsHtml: boolean;
  readonly host: FaultyServer;
  readonly navigations: readonly string[];
};

/** Playwright's test with `host`: the newsroom, published with `options`, on a host of its own for each test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  serviceWorkers: 'allow',
  redirectsHtml: [false, { option: true }],
  options: [[], { scope: 'worker', option: true }],
  published: [
    async ({ options }, provide) => {
      const folder = await publishNewsroom(POSTS, options);
      await provide(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  host: async ({ published, redirectsHtml }, provide) => {
    const host = new FaultyServer(published, { redirectsHtml });
    await host.start();
    await provide(host);
    await host.stop();
  },
  /** The addresses that the page's window has opened by itself or by us, a list that grows. */
  navigations: async ({ page }, provide) => {
    const opened: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) opened.push(request.url());
    });
    await provide(opened);
  },
});

/** Publishes a Jekyll folder into a temporary one. */
export async function publishNewsroom(posts: string, options: readonly string[] = [], out?: string): Promise<string> {
  const folder = out ?? (await mkdtemp(join(tmpdir(), 'broadsheet-faults-')));
  await promisify(execFile)(process.execPath, ['dist/cli.js', 'publish', posts, folder, ...options]);
  return folder;
}

/** A copy of the newsroom's posts, to be changed. */
export async function copyPosts(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-posts-'));
  await cp(POSTS, folder, { recursive: true });
  return folder;
}

/** Opens home and waits until the worker answers for it, and has kept the lists, and the articles of the first rows. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expectHome(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => keptPaths(page)).toContain('/data/manifest.json');
}

/** Reads a category and an article, so that both are kept. */
export async function read(page: Page, url: string): Promise<void> {
  await page.goto(url + CATEGORY);
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await page.goto(url + ARTICLE);
  await expectArticle(page);
  await expect.poll(() => keptPaths(page)).toContainEqual(expect.stringContaining('/data/posts/'));
}

export async function expectHome(page: Page, timeout?: number): Promise<void> {
  await expect(page.getByText(TITLE).first()).toBeVisible({ ...(timeout !== undefined && { timeout }) });
  await expectOwn(page);
}

export async function expectArticle(page: Page, timeout?: number): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: TITLE });
  await expect(heading).toBeVisible({ ...(timeout !== undefined && { timeout }) });
  await expect(page.locator('article')).toContainText('风机');
  await expectOwn(page);
}

/** A failure that is said, with ways on; not a blank page, and nothing of anybody else's. */
export async function expectFailure(page: Page): Promise<void> {
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('alert').getByRole('button')).toBeVisible();
  await expectOwn(page);
}

/** Nothing that a captive network or a broken host says is shown, and the page is not blank. */
export async function expectOwn(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text).not.toContain(LOGIN_WORDS);
  expect(text).not.toContain('out of order');
  expect(text.trim()).not.toBe('');
}

/** The paths of all that is kept. */
export function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(opened.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname);
  });
}

/** The texts of all kept data, to look for what must not be there. */
export function keptTexts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push((await (await cache.match(request))?.text()) ?? '');
    }
    return texts.join('\n');
  });
}
