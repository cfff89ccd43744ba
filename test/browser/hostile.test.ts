// Posts that attack their reader, in the app and on real pages, with the page's policy and with it taken away, with
// pictures from anywhere and from nowhere, with script and without. Whatever they try, the text is shown, nothing else happens, and the way home is free.
import { test as base, type Browser, expect, type Page } from '@playwright/test';
import { faultsOf, shownPictures, touchEverything } from './faultsOf.ts';
import { HOSTILE_POSTS, type HostileSite, publishHostile, type Variant } from './hostileSite.ts';

type SiteOf = (variant: Variant) => Promise<HostileSite>;

/** A window that stays open from post to post, with all that came of those on it. */
type Visitor = { readonly page: Page; readonly hits: string[]; readonly foreign: string[] };

type WorkerFixtures = { readonly siteOf: SiteOf; readonly visitorOf: (site: HostileSite) => Promise<Visitor> };

const test = base.extend<object, WorkerFixtures>({
  // A new browser context for each of some two hundred posts would take most of the time.
  visitorOf: [
    async ({ browser }, provide) => {
      const visitors = new Map<string, Promise<Visitor>>();
      await provide((site) => {
        const visitor = visitors.get(site.url) ?? startVisitor(browser, site);
        visitors.set(site.url, visitor);
        return visitor;
      });
      for (const visitor of visitors.values()) await (await visitor).page.context().close();
    },
    { scope: 'worker' },
  ],
  siteOf: [
    // Playwright reads the names of the fixtures needed from this pattern, and none is.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const sites = new Map<string, Promise<HostileSite>>();
      await provide((variant) => {
        const key = JSON.stringify(variant);
        const site = sites.get(key) ?? publishHostile(variant);
        sites.set(key, site);
        return site;
      });
      for (const site of sites.values()) await (await site).close();
    },
    { scope: 'worker' },
  ],
});

const PIXELS = Buffer.from('R0lGODlhAgACAIAAAP///wAAACH5BAAAAAAALAAAAAACAAIAAAICRF4AOw==', 'base64');

// What the app draws and what stands in pages, each without its policy; every combination would tell no more.
const APART: readonly Variant[] = [
  { policy: 'removed', images: 'all', pages: 'none' },
  { policy: 'removed', images: 'none', pages: 'all' },
];
const AS_PUBLISHED: Variant = { policy: 'kept', images: 'all', pages: 'all' };

for (const { policy, images, pages } of [...APART, AS_PUBLISHED])
  test.describe(`policy ${policy}, images ${images}, pages ${pages}`, () => {
    for (const { file, words } of HOSTILE_POSTS.filter(({ isOwn }) => isOwn || policy === 'removed'))
      test(`nothing comes of ${file}`, async ({ siteOf, visitorOf }) => {
        const site = await siteOf({ images, policy, pages });
        const { page, hits, foreign } = await visitorOf(site);
        const url = urlOf(file, site);
        await page.goto('about:blank');
        for (const noted of [hits, foreign]) noted.length = 0;

        await page.goto(url);
        const article = page.getByRole('article');
        for (const text of words) await expect(article.getByText(text).first()).toBeVisible();
        await touchEverything(page);
        // What was started by a touch, or was only waiting, needs a moment to show.
        await page.waitForTimeout(500);

        expect(hits).toEqual([]);
        expect(await faultsOf(page)).toEqual([]);
        const shown = images === 'all' ? await shownPictures(page) : [];
        expect(foreign.filter((asked) => !shown.includes(asked))).toEqual([]);
        expect(page.context().pages()).toHaveLength(1);
        expect(new URL(page.url()).pathname).toBe(new URL(url).pathname);
      });
  });

test('from a hostile post the way home is free', async ({ page, siteOf }) => {
  const site = await siteOf(AS_PUBLISHED);
  await page.goto(new URL('hostile/2024/05/05/overlay.html', site.url).href);
  await page.getByRole('link', { name: '首页' }).first().click();
  await expect(page).toHaveURL(site.url);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing comes of any page, and each can be read', async ({ page, siteOf }) => {
    const site = await siteOf({ policy: 'removed', images: 'none', pages: 'all' });
    const foreign = await answerForeign(page, site);
    for (const { file, words } of HOSTILE_POSTS) {
      const url = urlOf(file, site);
      await page.goto(url);
      for (const text of words) await expect(page.getByRole('article').getByText(text).first()).toBeVisible();
      expect(await faultsOf(page), file).toEqual([]);
      expect(new URL(page.url()).pathname).toBe(new URL(url).pathname);
    }
    expect(foreign).toEqual([]);
  });
});

function urlOf(file: string, site: HostileSite): string {
  const address = site.addresses.get(file);
  if (address === undefined) throw new Error(`${file} was not published`);
  return new URL(address.replace(/^\//, ''), site.url).href;
}

/** A window for a site. What the posts report when they get to run anything, and whom they ask, is noted. */
async function startVisitor(browser: Browser, site: HostileSite): Promise<Visitor> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const hits: string[] = [];
  await page.exposeFunction('__hit', (name: string) => void hits.push(name));
  return { page, hits, foreign: await answerForeign(page, site) };
}

/** Answers every request to another host with a small picture, so that nothing fails for want of an answer. */
async function answerForeign(page: Page, site: HostileSite): Promise<string[]> {
  const foreign: string[] = [];
  await page.context().route(
    (url) => url.origin !== new URL(site.url).origin && /^https?:$/.test(url.protocol),
    (route) => {
      foreign.push(route.request().url());
      return route.fulfill({ contentType: 'image/gif', body: PIXELS });
    },
  );
  return foreign;
}
