// Every screen in the language that the reader has chosen: what axe finds, and what a screen reader is told.
import { findFaults } from './checkEveryScreen.ts';
import { DEMO_SCREENS } from './demoScreens.ts';
import { expect, storeSettings, test } from './journey.ts';

const SCREENS = {
  ...DEMO_SCREENS,
  saved: 'saved/',
  month: 'archive/?month=2026-06',
  'not found': '2024/05/30/none.html',
};
const WITH_FEED = new Set(['home', 'category', 'tag', 'source', 'day']);

for (const [locale, colorScheme] of [
  ['zh-Hans', 'light'],
  ['zh-Hant', 'dark'],
  ['en', 'dark'],
] as const)
  for (const [name, address] of Object.entries(SCREENS))
    test(`${name}, ${locale}, ${colorScheme}: no fault, one heading, named parts`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await storeSettings(page, { locale });
      await page.goto(address);
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(await findFaults(page)).toEqual([]);
      await expect(heading).toHaveCount(1);
      await expect(page.getByRole('main')).toHaveCount(1);
      if (!WITH_FEED.has(name)) return;
      const rows = page.getByRole('feed').getByRole('article');
      await expect(page.getByRole('feed', { name: /./ })).toHaveCount(1);
      await expect(rows.first()).toBeVisible();
      for (const row of await rows.all()) {
        const title = await row.getByRole('heading', { level: 3 }).textContent();
        await expect(row).toHaveAccessibleName(title ?? '');
      }
    });
