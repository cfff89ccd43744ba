// The screen of an article as a whole: by keyboard alone, left and come back to, in every theme, in two languages, on paper.
import type { Page } from '@playwright/test';
import { checkEveryTheme, findFaults } from './checkEveryScreen.ts';
import { attached, expect, PHONE, storeSettings, test } from './journey.ts';

test.use({ archive: 'test/fixtures/feature' });

const CHINESE = 'tide/';
const ENGLISH = 'log/';

test.beforeEach(({ page }) =>
  page.route('http://pictures.example/**', (route) =>
    route.request().url().includes('gone')
      ? route.abort()
      : route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  ),
);

for (const address of [CHINESE, ENGLISH]) test.describe(address, () => checkEveryTheme(address, '阅读设置'));

test('by keyboard: sharing, the outline, a picture, what is named, and the article before', async ({ page }) => {
  await page.setViewportSize(PHONE.viewport);
  await page.goto('category/人物/');
  await attached(page);
  await page.getByRole('link', { name: /奋楫扬帆/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await press(page, 'Shift+Tab', /^分享$/);
  await expect(page.getByRole('dialog', { name: '分享与引用' })).toBeVisible();
  await page.keyboard.press('Escape');

  await press(page, 'Tab', /^本文目录$/);
  await press(page, 'Tab', /^抢在台风之前$/);
  await expect(page.getByRole('heading', { name: '抢在台风之前' })).toBeFocused();
  await expect(page).toHaveURL(/#a-/);

  await press(page, 'Tab', /^收割船$/);
  await expect(page.getByRole('dialog', { name: '图片' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '收割船' })).toBeFocused();

  await press(page, 'Tab', /另外 \d+ 个/);
  await expect(page.getByText('板块')).toBeVisible();
  await press(page, 'Tab', /harbour’s log/);
  await expect(page.getByRole('heading', { level: 1, name: /harbour’s log/ })).toBeVisible();
});

test('a long article opens where it was left, and leads to its start', async ({ page }) => {
  const other = await leaveAndComeBack(page);
  await other.getByRole('button', { name: '从头读起' }).focus();
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await other.evaluate(() => window.scrollY)).toBe(0);
});

test('the note that says so has no faults', async ({ page }) => {
  expect(await findFaults(await leaveAndComeBack(page), 'output')).toEqual([]);
});

for (const size of ['1', '3', '5'])
  test(`text, head, outline and foot share their edges in size ${size}`, async ({ page }) => {
    await storeSettings(page, { size });
    await page.setViewportSize({ width: 1600, height: 900 });
    await page.goto(CHINESE);
    const text = await edgesOf(page, '.article-body');
    for (const part of ['article > header', 'article > section', 'article > footer', 'article > nav'])
      expect(await edgesOf(page, part), part).toEqual(text);
    const outline = await edgesOf(page, 'nav:has(> ol)');
    expect(outline.left).toBeGreaterThan(text.right);
    expect(outline.right).toBeLessThanOrEqual(1600);
  });

test('a jump to the end and back marks the section being read', async ({ page }) => {
  await page.goto(CHINESE);
  await expect(page.locator('.article-body')).toBeVisible();
  const marked = page.locator('[aria-current="location"]');
  await page.keyboard.press('End');
  await expect(marked).toHaveText('账本与潮汐');
  await page.keyboard.press('Home');
  await expect(marked).toHaveCount(0);
});

for (const [name, address] of [
  ['Chinese', CHINESE],
  ['English', ENGLISH],
] as const)
  test(`on 320 pixels and with text twice as large, nothing ${name} stands out of the window`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    await expect(page.locator('.article-body')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

test('Latin type stands first for English, and Chinese for Chinese', async ({ page }) => {
  await page.goto(ENGLISH);
  await expect(page.locator('h1')).toHaveCSS('font-family', /^Georgia/);
  await expect(page.locator('.article-body')).toHaveCSS('font-family', /^system-ui/);
  await page.goto(CHINESE);
  await expect(page.locator('h1')).toHaveCSS('font-family', /Serif SC/);
  await expect(page.locator('.article-body')).toHaveCSS('font-family', /^"PingFang SC"/);
});

test('paper has the text, its captions and its address, and no furniture', async ({ page }) => {
  await page.goto(CHINESE);
  await expect(page.getByRole('navigation', { name: /上一篇/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const furniture of await page.locator('nav, summary:not(.article-body *), a[href*="/tag/"]').all())
    await expect(furniture).toBeHidden();
  await expect(page.getByRole('button', { name: '分享' })).toBeHidden();
  await expect(page.getByText('三十年前的老码头')).toBeVisible();
  await expect(page.getByRole('button', { name: '清晨的三号码头' })).toBeVisible();
  await expect(page.getByText(page.url(), { exact: true })).toBeVisible();
});

/** Leaves the Chinese article at its last heading, and opens it again in another window, which is given. */
async function leaveAndComeBack(page: Page): Promise<Page> {
  const heading = { name: '账本与潮汐' };
  await page.goto(CHINESE);
  await page.getByRole('heading', heading).evaluate((left) => left.scrollIntoView());
  await page.waitForTimeout(600);
  const other = await page.context().newPage();
  await other.goto(CHINESE);
  await expect(other.getByRole('heading', heading)).toBeInViewport();
  return other;
}

/** Goes on by the key until what has that name has the focus, and presses Enter there. */
async function press(page: Page, key: 'Tab' | 'Shift+Tab', name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const { ariaLabel, textContent } = document.activeElement ?? document.body;
      return (ariaLabel ?? textContent ?? '').trim() || document.activeElement?.querySelector('img')?.alt;
    });
    if (name.test(focused ?? '')) return page.keyboard.press('Enter');
  }
  throw new Error(`The keyboard does not reach ${name}.`);
}

async function edgesOf(page: Page, selector: string): Promise<{ readonly left: number; readonly right: number }> {
  const part = page.locator(selector).first();
  await expect(part).toBeVisible();
  return part.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return { left: Math.round(left), right: Math.round(right) };
  });
}
