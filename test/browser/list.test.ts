// Through ten thousand posts by wheel, scrollbar, keyboard and date, and back to the very same row.
import type { Page } from '@playwright/test';
import { ARCHIVE, expectSound, headlineAt, topOf, turnWheel, wheelTo } from './listOf.ts';
import { expect, test } from './journey.ts';

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

test('the scrollbar leads as far into the list as it was drawn, and the wheel goes on from there', async ({ page }) => {
  await openHome(page);
  for (const part of [0.5, 0.9, 0.25]) {
    await page.evaluate((part) => window.scrollTo(0, document.documentElement.scrollHeight * part), part);
    await expect.poll(async () => Math.abs((await expectSound(page))[0] / OLDEST - part)).toBeLessThan(0.01);
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
