// No screen moves what it has shown, however late its data comes.
import type { Page } from '@playwright/test';
import { DEMO_SCREENS } from './demoScreens.ts';
import { expect, PHONE, test } from './journey.ts';

const SCREENS = {
  ...DEMO_SCREENS,
  saved: 'saved/',
  'a place in the list': '?from=2026-06',
  month: 'archive/?month=2026-06',
  'not found': '2024/05/30/none.html',
};

const DELAY_MS = 300;

for (const [device, screen] of [
  ['phone', PHONE],
  ['desktop', { viewport: { width: 1280, height: 900 } }],
] as const) {
  test.describe(device, () => {
    test.use(screen);

    for (const [name, address] of Object.entries(SCREENS))
      test(`${name}: nothing shifts while the data comes late`, async ({ page }) => {
        await watchShifts(page);
        await page.route('**/data/**', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
          await route.continue();
        });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('status', { name: '正在载入…' })).toHaveCount(0);
        await page.waitForLoadState('networkidle');
        expect(await page.evaluate(() => window.shifts)).toEqual([]);
      });
  });
}

declare global {
  interface Window {
    shifts: string[];
  }
}

/** Notes, from now on, every layout shift on a page: how large it was, and what moved. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      // TypeScript's DOM has no layout shifts.
      type Shift = PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] };
      for (const { value, sources } of list.getEntries() as Shift[]) {
        const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : String(node)));
        // A number that gets a digit more moves its own start: 0.00, as it is told.
        if (value >= 0.001) window.shifts.push(`${value.toFixed(3)}: ${moved.join(' ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
