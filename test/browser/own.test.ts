// What is the reader's own: what they read, in every tab and on later visits, out to a file and back, whatever becomes of
// the browser's storage.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { findFaults } from './checkEveryScreen.ts';
import { expect, PHONE, test } from './journey.ts';

test.use({ serviceWorkers: 'allow' });

const KEEPS_NOTHING = '这个浏览器不保存数据：已读标记和收藏只保留到关闭本页为止。';

const row = (page: Page, position: number) => page.getByRole('feed').locator('article').nth(position);
const markOf = (page: Page, position: number) => row(page, position).locator('[data-read]').getAttribute('data-read');
const marks = (page: Page, is: boolean) => page.locator(`[role="feed"] [data-read="${is}"]`);

async function openHome(page: Page): Promise<void> {
  await page.goto('');
  await expect(page.getByRole('button', { name: '标为已读' })).toBeVisible();
}

/** Opens the article of a row, stays until that it was read is stored, and comes back. */
async function readRow(page: Page, position: number): Promise<void> {
  const before = await countKept(page);
  await row(page, position).locator('h3 a').click();
  await expect(page.locator('.article-body')).toBeVisible();
  await expect.poll(() => countKept(page)).toBeGreaterThan(before);
  await page.goBack();
  await expect(page.getByRole('feed')).toBeVisible();
}

/** How many read marks the browser has stored. */
function countKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // To open one that is not there would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'broadsheet /')) return 0;
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- The page has no scope of ours around it.
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const own = await answerOf(indexedDB.open('broadsheet /'));
    const count = await answerOf(own.transaction('read').objectStore('read').count());
    own.close();
    return count;
  });
}

test('an article that was read is dimmed after Back, in another tab, and on a later visit; nothing moves', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openHome(other);
  await openHome(page);
  await expect(page.locator('[data-read]')).toHaveCount(0);
  await readRow(page, 2);
  await expect.poll(() => markOf(page, 2)).toBe('true');
  expect(await markOf(page, 1)).toBe('false');
  await expect.poll(() => markOf(other, 2)).toBe('true');

  await page.addInitScript(() => {
    const shifts: number[] = Object.assign(globalThis, { shifts: [] as number[] }).shifts;
    new PerformanceObserver((list) => {
      // TypeScript's DOM has no layout shifts.
      for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await openHome(page);
  await expect.poll(() => markOf(page, 2)).toBe('true');
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts); // Made above.
  expect(shifts.filter((value) => value >= 0.001)).toEqual([]);
});

test('focus, pointer and prefetch mark nothing', async ({ page }) => {
  await openHome(page);
  await row(page, 1).hover();
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500); // Longer than a text has to be in sight.
  await expect(page.locator('[data-read]')).toHaveCount(0);
});

test('all of a list is marked and taken back by keys, and by touch', async ({ page }) => {
  await openHome(page);
  await page.keyboard.press('Shift+A');
  await expect(page.getByText('列表中的文章已全部标为已读')).toBeVisible();
  await expect(marks(page, false)).toHaveCount(0);
  expect(await findFaults(page)).toEqual([]);
  await page.reload();
  await expect.poll(() => markOf(page, 0)).toBe('true');
  await expect(page.getByRole('button', { name: '标为已读' })).toBeVisible(); // The list takes keys from then on.
  await page.keyboard.press('End');
  await expect(page.getByRole('feed').locator('article').last().locator('h3 a')).toBeFocused();
  await expect(marks(page, false)).toHaveCount(0);
  await page.keyboard.press('m');
  await expect(page.getByText('已标为未读')).toBeVisible();
  await expect(marks(page, false)).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(marks(page, false)).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('what lies above is marked and taken back, and nothing is too small for a finger', async ({ page }) => {
    await openHome(page);
    await row(page, 6).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 400);
    await page.getByRole('button', { name: '标为已读' }).tap();
    const dialog = page.getByRole('dialog', { name: '标为已读' });
    for (const button of await dialog.getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await dialog.getByRole('button', { name: /^以上各条/ }).tap();
    await expect(page.getByText(/^已将 \d+ 篇标为已读$/)).toBeVisible();
    expect(await markOf(page, 0)).toBe('true');
    await expect(marks(page, false).first()).toBeAttached();
    const undo = page.getByRole('button', { name: '撤销' });
    expect((await undo.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await undo.tap();
    await expect(page.locator('[data-read]')).toHaveCount(0);
  });
});

test('exported, wiped by the browser while a page is open, and imported: all of it is there again', async ({
  page,
}) => {
  const noise: string[] = [];
  page.on('console', (message) => void noise.push(message.text()));
  page.on('pageerror', (error) => void noise.push(error.message));
  await openHome(page);
  await readRow(page, 2);
  await page.getByRole('button', { name: '阅读设置' }).click();
  await page.getByRole('radio', { name: '米黄' }).click();
  await page.getByRole('link', { name: '全部设置' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^broadsheet-.*-\d{4}-\d\d-\d\d\.json$/);
  const file = await download.path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 1, settings: { theme: 'sepia' } });

  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
  await page.locator('a[href="/"]').first().click();
  await readRow(page, 4);
  await expect.poll(() => markOf(page, 4)).toBe('true');
  expect(await page.getByText(KEEPS_NOTHING).count()).toBe(0);
  await openHome(page);
  await expect.poll(() => markOf(page, 4)).toBe('true');
  expect(await markOf(page, 2)).toBe('false');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');

  await page.goto('settings/');
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText(/^已导入：已读标记 1 条/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await openHome(page);
  await expect.poll(() => markOf(page, 2)).toBe('true');
  expect(await markOf(page, 4)).toBe('true');
  // The host answers screens that have no page of their own by 404.html.
  expect(noise.filter((text) => !/status of 404/.test(text))).toEqual([]);
});

test('a database deleted by another tab does not stop this one', async ({ page, context }) => {
  await openHome(page);
  await readRow(page, 2);
  const other = await context.newPage();
  await other.goto('icon.svg');
  await other.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('broadsheet /').addEventListener('success', resolve);
      }),
  );
  await readRow(page, 4);
  await expect.poll(() => markOf(page, 4)).toBe('true');
  expect(await page.getByText(KEEPS_NOTHING).count()).toBe(0);
});

for (const [name, refuse] of [
  ['there is no database', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
  [
    'the database may not be opened',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    },
  ],
  [
    'the disk is full',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    },
  ],
] as const) {
  test(`where ${name}, reading goes on, marks last as long as the page, and one notice says so`, async ({ page }) => {
    const noise: string[] = [];
    page.on('console', (message) => void noise.push(message.text()));
    page.on('pageerror', (error) => void noise.push(error.message));
    await page.addInitScript(refuse);
    await openHome(page);
    await row(page, 2).locator('h3 a').click();
    await expect(page.locator('.article-body')).toBeVisible();
    await page.waitForTimeout(1500); // Longer than a text has to be in sight; there is no database to ask.
    await page.goBack();
    await expect.poll(() => markOf(page, 2)).toBe('true');
    await page.keyboard.press('Shift+A');
    await expect(marks(page, false)).toHaveCount(0);
    await expect(page.getByText(KEEPS_NOTHING)).toHaveCount(1);
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole('status').filter({ hasText: KEEPS_NOTHING }).getByRole('button').click();
    await page.keyboard.press('m');
    await page.reload();
    await expect(page.getByRole('button', { name: '标为已读' })).toBeVisible();
    await expect(page.getByText(KEEPS_NOTHING)).toHaveCount(0);
    expect(noise.filter((text) => !/insecure|Full|indexedDB|undefined/.test(text))).toEqual([]);
    expect(noise.length).toBeLessThanOrEqual(2); // A line for each time the page was loaded.
  });
}

test('a file of another program is refused, and said why', async ({ page }) => {
  await page.goto('settings/');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"format":1,"read":[]}') });
  await expect(page.getByRole('alert')).toContainText('other.json 未导入');
});

for (const [lang, colorScheme] of [
  ['zh-Hans', 'light'],
  ['en', 'dark'],
] as const) {
  test(`all settings, ${lang}, ${colorScheme}: axe finds nothing, also at 200 %`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.addInitScript((locale) => localStorage.setItem('broadsheet:settings', JSON.stringify({ locale })), lang);
    await page.goto('settings/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(/^(?:0 篇|0 posts)/).first()).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await page.getByRole('button', { name: /^(?:全部删除|Delete everything)$/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
  });
}
