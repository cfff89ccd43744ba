// What was saved stays: without a network, without the host, and after the publisher has withdrawn it.
import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import { findFaults } from './checkEveryScreen.ts';
import { addressOf, type SavedSite, startSavedSite, TITLES } from './savedSite.ts';
import { withHeaders } from './withHeaders.ts';

const test = base.extend<{ readonly saved: SavedSite }>({
  // Playwright reads the names of the fixtures needed from this pattern, and none is.
  // oxlint-disable-next-line no-empty-pattern
  saved: async ({}, provide) => {
    const site = await startSavedSite();
    await provide(site);
    await site.close();
  },
});
test.use({ serviceWorkers: 'allow' });

const row = (page: Page, title: string) => page.getByRole('feed').getByRole('article', { name: title });
const heading = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title });
const saveButton = (page: Page) => page.getByRole('main').getByRole('button', { name: '收藏', exact: true });

/** Opens an article, saves it, and waits until its pictures are kept. */
async function save(page: Page, site: SavedSite, name: keyof typeof TITLES): Promise<void> {
  await page.goto(site.url + addressOf(name));
  await saveButton(page).click();
  await expect(saveButton(page)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => keptPictures(page)).toContain(`/${name}.svg`);
  await expect.poll(() => keptOf(page)).toEqual(expect.arrayContaining(['/data/manifest.json']));
}

function keptOf(page: Page, kind = ''): Promise<string[]> {
  return page.evaluate(async (kind) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(kind));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  }, kind);
}

const keptPictures = (page: Page) => keptOf(page, 'pictures ');

async function expectPicture(page: Page): Promise<void> {
  const picture = page.locator('.article-body img');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}

/** A worker that has been idle is stopped, and started for the next request. */
async function stopWorker(context: BrowserContext, page: Page): Promise<void> {
  const client = await context.newCDPSession(page);
  await client.send('ServiceWorker.enable');
  await client.send('ServiceWorker.stopAllWorkers');
  await client.detach();
}

for (const name of ['tide', 'ferry'] as const)
  test(`${name}, saved on a first visit, is there with its picture when all hosts are stopped`, async ({
    page,
    context,
    saved,
  }) => {
    await save(page, saved, name);
    await saved.close();
    await page.goto(`${saved.url}saved/`);
    await expect(row(page, TITLES[name])).toBeVisible();
    await page.reload();
    await row(page, TITLES[name]).getByRole('link', { name: TITLES[name] }).click();
    await expect(heading(page, TITLES[name])).toBeVisible();
    await expectPicture(page);
    await stopWorker(context, page);
    await page.reload();
    await expect(heading(page, TITLES[name])).toBeVisible();
    await expectPicture(page);
  });

test('a host that sends the policy as a header lets the worker keep pictures, and no page fetch them', async ({
  page,
  context,
}) => {
  const plain = await startSavedSite(['--host', 'netlify']);
  const saved = { ...plain, ...(await withHeaders(plain)) };
  await save(page, saved, 'ferry');
  const src = await page.locator('.article-body img').getAttribute('src');
  const outcome = await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).catch(String), src ?? '');
  expect(outcome).toMatch(/^TypeError/);
  await context.setOffline(true);
  await page.reload();
  await expectPicture(page);
  await saved.close();
});

test('offline, with the data of it forgotten, it opens from the saved copy and says so', async ({
  page,
  context,
  saved,
}) => {
  await save(page, saved, 'tide');
  await context.setOffline(true);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const days = (await cache.keys()).filter(({ url }) => url.includes('/data/days/'));
      await Promise.all(days.map((request) => cache.delete(request)));
    }
  });
  await page.reload();
  await expect(heading(page, TITLES.tide)).toBeVisible();
  await expect(page.getByText('收藏的副本')).toBeVisible();
  await expectPicture(page);
});

test('withdrawn by a later publish, it opens from the saved copy', async ({ page, saved }) => {
  await save(page, saved, 'tide');
  await saved.withdraw('tide');
  await page.goto(saved.url);
  await expect(row(page, TITLES.pier)).toBeVisible();
  await page.goto(saved.url + addressOf('tide'));
  await expect(heading(page, TITLES.tide)).toBeVisible();
  await expect(page.getByText('收藏的副本')).toBeVisible();
  await expectPicture(page);
  await page.goto(`${saved.url}saved/`);
  await expect(row(page, TITLES.tide)).toBeVisible();
});

test('corrected by a later publish and opened once, it is what it is now when all hosts are stopped', async ({
  page,
  saved,
}) => {
  await save(page, saved, 'tide');
  await saved.correct('潮位站换了旧浮子', '更正：换的是旧浮子。');
  await page.goto(saved.url + addressOf('tide'));
  await expect(heading(page, '潮位站换了旧浮子')).toBeVisible();
  await expect.poll(() => keptPictures(page)).toEqual(['/mended.svg']);
  await saved.close();
  await page.goto(`${saved.url}saved/`);
  await row(page, '潮位站换了旧浮子').getByRole('link', { name: '潮位站换了旧浮子' }).click();
  await expect(page.locator('.article-body')).toContainText('更正：换的是旧浮子。');
  await expectPicture(page);
});

test('saved offline before it was ever opened, it comes when there is a connection', async ({
  page,
  context,
  saved,
}) => {
  await context.route('**/data/posts/**', (route) => route.abort()); // Rows in sight have their texts prefetched.
  await page.goto(saved.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => keptOf(page)).toContain('/data/manifest.json');
  await context.setOffline(true);
  await row(page, TITLES.pier)
    .getByRole('button', { name: /^更多操作/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '收藏', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('navigation').first().getByRole('link', { name: '收藏' }).click();
  await expect(row(page, TITLES.pier)).toContainText('全文联网后取回');
  await context.unroute('**/data/posts/**');
  await context.setOffline(false);
  await expect(row(page, TITLES.pier)).not.toContainText('全文联网后取回');
  await expect.poll(() => keptPictures(page)).toContain('/pier.svg');
  await context.setOffline(true);
  await row(page, TITLES.pier).getByRole('link', { name: TITLES.pier }).click();
  await expect(heading(page, TITLES.pier)).toBeVisible();
  await expectPicture(page);
});

test('dropped, its picture goes once it cannot be taken back, and that of another stays', async ({ page, saved }) => {
  await save(page, saved, 'tide');
  await save(page, saved, 'pier');
  await page.goto(`${saved.url}saved/`);
  await row(page, TITLES.tide).getByRole('button').click();
  await page.getByRole('button', { name: '取消收藏' }).click();
  await expect(row(page, TITLES.tide)).toBeHidden();
  await expect(page.getByRole('button', { name: '撤销' })).toBeFocused();
  await page.waitForTimeout(6000); // Longer than anybody would take to be sure.
  expect(await keptPictures(page)).toEqual(expect.arrayContaining(['/pier.svg', '/tide.svg']));
  await page.getByRole('navigation').first().getByRole('link').first().click();
  await expect.poll(() => keptPictures(page)).toEqual(['/pier.svg']);
});

test('dropped and taken back, all of it stays', async ({ page, context, saved }) => {
  await save(page, saved, 'tide');
  await page.goto(`${saved.url}saved/`);
  await context.setOffline(true);
  await row(page, TITLES.tide).getByRole('button').click();
  await page.getByRole('button', { name: '取消收藏' }).click();
  await page.keyboard.press('Enter');
  await row(page, TITLES.tide).getByRole('link', { name: TITLES.tide }).click();
  await expect(heading(page, TITLES.tide)).toBeVisible();
  await expectPicture(page);
});

test('by keys alone: on a row, in an article, and in the list of what is saved', async ({ page, saved }) => {
  await page.goto(saved.url);
  await expect(page.getByRole('button', { name: '紧凑' })).toBeVisible(); // The list is whole.
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(page.locator('[data-saved]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(saveButton(page)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('f');
  await expect(saveButton(page)).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('s');
  await expect(saveButton(page)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('收藏');
  await page.keyboard.press('Enter');
  await expect(heading(page, '收藏')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: '撤销' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('feed').getByRole('article')).toHaveCount(1);
});

for (const [colorScheme, locale] of [
  ['light', 'zh-Hans'],
  ['dark', 'en'],
] as const)
  test(`what is saved, and the menu of a row, ${colorScheme}, ${locale}: axe finds nothing`, async ({
    page,
    saved,
  }) => {
    await page.emulateMedia({ colorScheme });
    await save(page, saved, 'tide');
    await page.evaluate((stored) => localStorage.setItem('broadsheet:settings', stored), JSON.stringify({ locale }));
    await page.goto(`${saved.url}saved/`);
    await row(page, TITLES.tide).getByRole('button').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button').first().click();
    await expect(page.getByRole('main').getByRole('button')).toBeFocused();
    expect(await findFaults(page)).toEqual([]);
  });

test('what an older release saved is there with its picture, while a page of it is open', async ({ page, saved }) => {
  const older = await page.context().newPage();
  await older.goto(`${saved.url}icon.svg`);
  await older.evaluate(
    ({ src, title, address }) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('broadsheet /', 1);
        opening.addEventListener('upgradeneeded', () => {
          for (const name of ['places', 'read', 'saved'])
            opening.result
              .createObjectStore(name, { keyPath: 'address' })
              .createIndex(name === 'read' ? 'readAt' : 'savedAt', name === 'read' ? 'readAt' : 'savedAt');
          opening.result.createObjectStore('watermarks', { keyPath: 'scope' });
          opening.result.createObjectStore('taken', { keyPath: 'day' });
        });
        opening.addEventListener('success', () => {
          const own = opening.result;
          own.addEventListener('versionchange', () => own.close());
          const headline = { address, title, time: '2026-11-19T09:00' };
          const html = `<p>早先收藏的。</p><figure><img src="${src}" alt=""></figure>`;
          const article = { ...headline, date: '2026-11-19T09:00:00+08:00', html };
          const change = own.transaction('saved', 'readwrite');
          change.objectStore('saved').put({ address, savedAt: 1, headline, article });
          change.addEventListener('complete', () => resolve());
        });
      }),
    { src: saved.picture, title: '早先收藏的一篇', address: '/2026/11/19/earlier.html' },
  );
  await page.goto(`${saved.url}saved/`);
  await expect.poll(() => keptPictures(page)).toEqual(['/earlier.svg']);
  await row(page, '早先收藏的一篇').getByRole('link', { name: '早先收藏的一篇' }).click();
  await expect(page.locator('.article-body')).toContainText('早先收藏的。');
  await expectPicture(page);
});

test('two tabs are in step', async ({ page, context, saved }) => {
  await page.goto(`${saved.url}saved/`);
  await expect(page.getByText('还没有收藏')).toBeVisible();
  const other = await context.newPage();
  await save(other, saved, 'tide');
  await expect(row(page, TITLES.tide)).toBeVisible();
  await row(page, TITLES.tide).getByRole('button').click();
  await page.getByRole('button', { name: '取消收藏' }).click();
  await expect(saveButton(other)).toHaveAttribute('aria-pressed', 'false');
});
