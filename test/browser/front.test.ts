// The front page's aside comes late and moves nothing.
import type { Page, Route } from '@playwright/test';
import { expect, PHONE, test } from './journey.ts';

declare global {
  interface Window {
    shifted: number;
  }
}

/** Opens the front page, whose aside gets its data only when the answer is called for. */
async function openWithLateAside(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      // TypeScript's DOM has no layout shifts; they have a `value`.
      for (const shift of list.getEntries()) window.shifted += (shift as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const waiting: Route[] = [];
  await page.route('**/data/front.json', (route) => void waiting.push(route));
  await page.goto('');
  await expect(page.getByRole('feed')).toBeVisible();
  return async () => {
    await expect.poll(() => waiting.length).toBe(1);
    await waiting[0]?.continue();
  };
}

const shifted = () => window.shifted;
const aside = (page: Page) => page.getByRole('complementary', { name: '速览' });

test('beside the stream', async ({ page }) => {
  const answer = await openWithLateAside(page);
  await answer();
  await expect(aside(page).getByRole('heading').first()).toBeVisible();
  expect(await page.evaluate(shifted)).toBe(0);
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('it is a line over the stream, and opens', async ({ page }) => {
    const answer = await openWithLateAside(page);
    await expect(aside(page).getByText('速览')).toBeVisible();
    expect(await page.evaluate(shifted)).toBe(0);
    await aside(page).getByText('速览').tap();
    await answer();
    await expect(aside(page).getByRole('heading').first()).toBeVisible();
  });
});
