// Where the page stands: after Back where the reader left it, on any other page at the top.
import { expect, PHONE, test } from './journey.ts';

test.use(PHONE);

const scrolled = () => window.scrollY;

test('Back returns to where the reader left the list', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('[aria-posinset="21"]')).toBeAttached(); // The whole list is there, not only its first rows.
  await page.locator('h3 a').nth(6).scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(scrolled)).toBeGreaterThan(300);
  const left = await page.evaluate(scrolled);
  await page.locator('h3 a').nth(6).click();
  await expect(page.locator('.article-body')).toBeVisible();
  await expect.poll(() => page.evaluate(scrolled)).toBe(0);
  await page.goBack();
  await expect(page.locator('h3 a').nth(6)).toBeVisible();
  await expect.poll(async () => Math.abs((await page.evaluate(scrolled)) - left)).toBeLessThan(60);
});

test('another page opened in the same tab begins at its top', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('[aria-posinset="21"]')).toBeAttached(); // The whole list is there, not only its first rows.
  await page.locator('h3 a').nth(6).scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(scrolled)).toBeGreaterThan(300);
  await page.goto('no/such/page/');
  await expect(page.getByText('404')).toBeVisible();
  expect(await page.evaluate(scrolled)).toBe(0);
});
