import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './journey.ts';

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
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      });
    }
  }
}
