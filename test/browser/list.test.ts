// Through ten thousand posts by wheel, scrollbar, keyboard and date, and back to the very same row.
import type { Page } from '@playwright/test';
import { ARCHIVE, expectSound, headlineAt, topOf, turnWheel, wheelTo } from './listOf.ts';
import { expect, PHONE, test } from './journey.ts';

// One worker: it publishes ten thousand posts.
test.describe.configure({ mode: 'default', timeout: 60_000 });
test.use({ archive: ARCHIVE });

const OLDEST = ARCHIVE.postCount;
/** The height of the line that stays over a list. */
const BAR_PX = 44;

async function openHome(page: Page, address = ''): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('feed')).toBeVisible();
  await expect(page.getByRole('button', { name: '选择其他日期' })).toBeVisible();
}

test('row 900 by the wheel, its article, Back: the same row, the same pixel, with the focus; after a reload, too', async ({
  page,
}) => {
  await openHome(page);
  await wheelTo(page, 900);
  const left = await topOf(page, 900);
  await headlineAt(page, 900).click();
  await expect(page.locator('.article-body')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(headlineAt(page, 900)).toBeFocused();
  await expectSound(page);
  expect(Math.abs((await topOf(page, 900)) - left)).toBeLessThanOrEqual(2);
  await page.reload();
  await expect(headlineAt(page, 900)).toBeFocused();
  await expectSound(page);
  expect(Math.abs((await topOf(page, 900)) - left)).toBeLessThanOrEqual(2);
});

test('a reload where the wheel stopped shows the same rows at the same pixels', async ({ page }) => {
  await openHome(page);
  await wheelTo(page, 150);
  const [first] = await expectSound(page);
  const left = await topOf(page, first);
  await expect.poll(() => page.evaluate(() => history.state.usr?.row?.offset)).toBe(left);
  await page.reload();
  await expect(headlineAt(page, first)).toBeFocused();
  expect(Math.abs((await topOf(page, first)) - left)).toBeLessThanOrEqual(2);
});

test('to the oldest post by End, and by Home to the newest', async ({ page }) => {
  await openHome(page);
  await page.keyboard.press('End');
  await expect(headlineAt(page, OLDEST)).toBeFocused();
  expect(await expectSound(page)).toContain(OLDEST);
  await page.keyboard.press('Home');
  await expect(page.locator('[role="feed"] h3 a').first()).toBeFocused();
  await expectSound(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('to the oldest day by the date control', async ({ page }) => {
  await openHome(page);
  await page.getByRole('button', { name: '选择其他日期' }).click();
  await page.getByLabel('日期', { exact: true }).fill('2024-05-22');
  await page.getByRole('button', { name: '前往' }).last().click();
  await expect(page).toHaveURL(/\?from=2024-05-22$/);
  await expect(headlineAt(page, OLDEST - 999)).toBeInViewport();
  await expectSound(page);
  expect(Math.abs((await topOf(page, OLDEST - 999)) - BAR_PX)).toBeLessThanOrEqual(2);
});

test('an address leads into the middle of the list', async ({ page }) => {
  await page.goto('?from=2024-05-26');
  await expect(headlineAt(page, 5001)).toBeInViewport();
  await expectSound(page);
  expect(Math.abs((await topOf(page, 5001)) - BAR_PX)).toBeLessThanOrEqual(2);
});

test('what lies above is marked as read, though most of it has not come', async ({ page }) => {
  await page.goto('?from=2024-05-30');
  await expect(headlineAt(page, 1001)).toBeInViewport();
  await page.getByRole('button', { name: '标为已读' }).click();
  await page.getByRole('button', { name: /^以上各条（1,00\d 篇）$/ }).click();
  await expect(page.getByText(/^已将 1,00\d 篇标为已读$/)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.locator('[role="feed"] [data-read="true"]').nth(5)).toBeVisible();
  await expect(page.locator('[role="feed"] [data-read="false"]')).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(page.locator('[role="feed"] [data-read]')).toHaveCount(0);
});

test('the scrollbar leads as far into the list as it was drawn, and the wheel goes on from there', async ({ page }) => {
  await openHome(page);
  await expectSound(page);
  for (const part of [0.5, 0.9, 0.25]) {
    await page.evaluate((part) => window.scrollTo(0, document.documentElement.scrollHeight * part), part);
    await expect.poll(async () => Math.abs((await expectSound(page))[0] / OLDEST - part)).toBeLessThan(0.01);
    // Who draws lets go, and the list comes to rest: the scrollbar stands where the rows do.
    await expect
      .poll(async () => Math.abs((await partOf(page)) - (await expectSound(page))[0] / OLDEST))
      .toBeLessThan(0.003);
  }
  let [first] = await expectSound(page);
  for (const px of [...Array<number>(8).fill(500), ...Array<number>(8).fill(-500)]) {
    const before = await topOf(page, first);
    await turnWheel(page, px);
    const moved = before - (await topOf(page, first));
    expect(Math.abs(moved - px)).toBeLessThanOrEqual(2);
    [first] = await expectSound(page);
  }
});

test('the scrollbar stands where the rows do, also where those come when nobody scrolls any more', async ({ page }) => {
  await openHome(page);
  await expectSound(page);
  await page.route('**/data/streams/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
  await expect
    .poll(async () => Math.abs((await partOf(page)) - (await expectSound(page))[0] / OLDEST))
    .toBeLessThan(0.003);
});

test('rows that come late move none that is in sight', async ({ page }) => {
  await openHome(page, '?from=2024-05-28');
  await expectSound(page);
  const held: (() => void)[] = [];
  await page.route('**/2024-05-29.json', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  for (let turn = 0; turn < 20 && held.length === 0; turn++) await turnWheel(page, -120);
  const [, last] = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('[role="feed"] > [aria-labelledby]')];
    const seen = rows.filter((row) => row.getBoundingClientRect().top < innerHeight);
    return [seen[0], seen.at(-1)].map((row) => Number(row?.getAttribute('aria-posinset')));
  });
  if (last === undefined) throw new Error('no row is in sight');
  const left = await topOf(page, last);
  for (const answer of held) answer();
  await expectSound(page);
  expect(Math.abs((await topOf(page, last)) - left)).toBeLessThanOrEqual(2);
});

test('the whole way by keyboard', async ({ page }) => {
  await openHome(page);
  const { keyboard } = page;
  await tabTo(page, '[role="feed"] h3 a');
  const first = await focusedPlace(page);
  for (let step = 1; step <= 40; step++) {
    await keyboard.press('j');
    await expect(headlineAt(page, first + step)).toBeFocused();
  }
  await keyboard.press('k');
  await expect(headlineAt(page, first + 39)).toBeInViewport({ ratio: 1 });
  await keyboard.press('PageDown');
  await expect.poll(() => focusedPlace(page)).toBeGreaterThan(first + 40);
  const opened = await focusedPlace(page);
  await expectSound(page);
  const left = await topOf(page, opened);
  await keyboard.press('Enter');
  await expect(page.locator('.article-body')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack(); // What Alt+← does; a browser without windows has no such key.
  await expect(headlineAt(page, opened)).toBeFocused();
  expect(Math.abs((await topOf(page, opened)) - left)).toBeLessThanOrEqual(2);
  await keyboard.press('End');
  await expect(headlineAt(page, OLDEST)).toBeFocused();
  await keyboard.press('PageUp');
  await expect.poll(() => focusedPlace(page)).toBeLessThan(OLDEST);
  await expectSound(page);
  await keyboard.press('Home');
  await expect(headlineAt(page, first)).toBeFocused();
});

test('to a month by the date control, to a day by the palette, by keyboard', async ({ page }) => {
  await openHome(page);
  const { keyboard } = page;
  await tabTo(page, 'button[aria-haspopup="dialog"][aria-label*="选择其他日期"]');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '选择日期' })).toBeVisible();
  await tabTo(page, 'dialog a[href$="?from=2024-05"]');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\?from=2024-05$/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await keyboard.type('2024-05-24');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/2024\/05\/24\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectSound(page, ARCHIVE.perDay, 7000);
});

for (const viewport of [PHONE.viewport, { width: 320, height: 640 }]) {
  test.describe(`by thumb, ${viewport.width} px`, () => {
    test.use({ ...PHONE, viewport });

    test('swipes, a tap, Back: the same row; nothing scrolls sideways', async ({ page }) => {
      await openHome(page);
      const client = await page.context().newCDPSession(page);
      for (let swipe = 0; swipe < 6; swipe++) {
        await client.send('Input.synthesizeScrollGesture', { x: 150, y: 300, yDistance: -1500, speed: 6000 });
        await expectSound(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
      const [first] = await expectSound(page);
      expect(first).toBeGreaterThan(30);
      const tapped = first + 1;
      const left = await topOf(page, tapped);
      await headlineAt(page, tapped).tap();
      await expect(page.locator('.article-body')).toBeVisible();
      await page.goBack();
      await expect(headlineAt(page, tapped)).toBeFocused();
      await expectSound(page);
      expect(Math.abs((await topOf(page, tapped)) - left)).toBeLessThanOrEqual(2);
    });
  });
}

test('Back through five screens leads to each place and focus, and forward, too', async ({ page }) => {
  await openHome(page);
  await wheelTo(page, 60);
  const home = await topOf(page, 60);
  const source = page.locator('[role="feed"] > [aria-posinset="60"] a[href*="/source/"]');
  await source.click();
  await expect(page).toHaveURL(/\/source\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const row = 12;
  for (let place = 1; place <= row; place++) {
    await page.keyboard.press('j');
    await expect(headlineAt(page, place)).toBeFocused();
  }
  const medium = await topOf(page, row);
  await page.keyboard.press('Enter');
  await expect(page.locator('.article-body')).toBeVisible();
  await page.locator('main a[href*="/2024/05/31/"]:not([href*="post"])').first().click();
  await expect(page).toHaveURL(/\/2024\/05\/31\/$/);
  await page.locator('main').getByRole('link', { name: '归档' }).click();
  await expect(page).toHaveURL(/\/archive\/$/);
  await expect(page.getByRole('heading', { level: 1, name: '归档' })).toBeFocused();

  await page.goBack();
  await expect(page).toHaveURL(/\/2024\/05\/31\/$/);
  await expect(page.getByRole('feed')).toBeVisible();
  await page.goBack();
  await expect(page.locator('.article-body')).toBeVisible();
  await page.goBack();
  await expect(headlineAt(page, row)).toBeFocused();
  expect(Math.abs((await topOf(page, row)) - medium)).toBeLessThanOrEqual(2);
  await page.goBack();
  await expect(source).toBeInViewport();
  await expectSound(page);
  expect(Math.abs((await topOf(page, 60)) - home)).toBeLessThanOrEqual(2);
  await page.goForward();
  await expect(headlineAt(page, row)).toBeFocused();
  expect(Math.abs((await topOf(page, row)) - medium)).toBeLessThanOrEqual(2);
});

/** Presses Tab until an element that the selector matches has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** The place of the row that has the focus, 0 when none has. */
function focusedPlace(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.activeElement?.closest('article')?.getAttribute('aria-posinset') ?? 0));
}

/** How far down its page the scrollbar stands, from 0 to 1. */
function partOf(page: Page): Promise<number> {
  return page.evaluate(() => window.scrollY / document.documentElement.scrollHeight);
}
