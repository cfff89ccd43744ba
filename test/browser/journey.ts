// What every journey starts with: a published site, served, and a page that knows where it is.
import { expect, test as base, type Page } from '@playwright/test';
import { publishAndServe, publishGenerated, type ServedSite } from './publishAndServe.ts';

export { expect } from '@playwright/test';

/** The screen of a small phone, for `test.use`. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** What a journey goes through: a Jekyll folder, one that is published without real pages, or posts to be invented. */
type Archive =
  | string
  | { readonly folder: string; readonly pages: 'none' }
  | { readonly postCount: number; readonly perDay: number };

type WorkerFixtures = { readonly archive: Archive; readonly site: ServedSite };

/** Playwright's test with `site`: the published `archive`, `demo` unless `test.use` names another. */
export const test = base.extend<object, WorkerFixtures>({
  archive: ['demo', { scope: 'worker', option: true }],
  site: [
    async ({ archive }, provide) => {
      const site = await publishArchive(archive);
      await provide(site);
      await site.close();
    },
    // Against hanging; ten thousand posts take a busy machine minutes.
    { scope: 'worker', timeout: 600_000 },
  ],
  baseURL: async ({ site }, provide) => provide(site.url),
});

function publishArchive(archive: Archive): Promise<ServedSite> {
  if (typeof archive === 'string') return publishAndServe(archive);
  if ('folder' in archive) return publishAndServe(archive.folder, ['--pages', archive.pages]);
  return publishGenerated(archive.postCount, archive.perDay);
}

/** Waits until the app has attached to a real page, as what answers nobody before is ready: keys, and links within the app. */
export async function attached(page: Page): Promise<void> {
  await expect(page.locator('nav button[aria-haspopup="dialog"]').first()).toBeEnabled();
}

/** Leaves choices in the storage of the site, as an earlier visit would have. */
export async function storeSettings(page: Page, settings: Readonly<Record<string, string>>): Promise<void> {
  await page.goto('icon.svg'); // Of the same origin, and without script.
  await page.evaluate((stored) => localStorage.setItem('broadsheet:settings', stored), JSON.stringify(settings));
}

/** Every address that a page, from now on, asks anyone but the site for: a list that grows. Nobody gets to answer. */
export async function watchForeignRequests(page: Page, site: ServedSite): Promise<readonly string[]> {
  const foreign: string[] = [];
  await page.context().route(
    (url) => url.origin !== new URL(site.url).origin,
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  return foreign;
}
