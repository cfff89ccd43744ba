// Lists go on past the newest: one button loads the next period, and the address keeps the place.
import { expect, test } from './journey.ts';

const NEWEST_COUNT = 20;

test.use({ archive: { postCount: 400, perDay: 50 } });

for (const [name, address] of [
  ['home', ''],
  ['a category', 'category/section-0/'],
] as const) {
  test(`${name} goes on, and a reload keeps the place`, async ({ page }) => {
    const rows = page.getByRole('main').getByRole('article');
    await page.goto(address);
    await expect(rows).toHaveCount(NEWEST_COUNT);
    await page.getByRole('button', { name: /更早|更多/ }).click();
    await expect(page).toHaveURL(/[?&]from=/);
    await expect(rows.nth(NEWEST_COUNT)).toBeVisible();
    const last = await rows.last().textContent();
    await page.reload();
    await expect(rows.last()).toHaveText(last ?? '');
  });
}
