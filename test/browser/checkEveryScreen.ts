import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, storeSettings, test } from './journey.ts';

type Screens = Readonly<Record<string, string>>;

/** Declares tests that open each of the screens, light and dark, and expect nothing from axe, and this language. */
export function checkEveryScreen(lang: string, screens: Screens): void {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, address] of Object.entries(screens)) {
      test(`${name}, ${colorScheme}: axe finds nothing`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        expect(await findFaults(page)).toEqual([]);
      });
    }
  }
}

/** Declares tests that open an article and its reading settings in each theme, and expect nothing from axe. */
export function checkEveryTheme(address: string, settingsButton: string): void {
  for (const theme of ['auto', 'light', 'dark', 'sepia', 'contrast', 'eink']) {
    for (const colorScheme of theme === 'contrast' ? (['light', 'dark'] as const) : (['light'] as const)) {
      test(`an article in the theme ${theme}, ${colorScheme}: axe finds nothing`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await storeSettings(page, { theme });
        await page.goto(address);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(await findFaults(page)).toEqual([]);
        await page.getByRole('button', { name: settingsButton }).first().click();
        await expect(page.getByRole('dialog', { name: settingsButton })).toBeVisible();
        expect(await findFaults(page)).toEqual([]);
      });
    }
  }
}

/** What axe finds wrong on the screen as it stands, or in one part of it, a line each. */
export async function findFaults(page: Page, part = 'html'): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
