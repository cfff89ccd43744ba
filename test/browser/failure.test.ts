// When a data file does not come, the screen says so and offers to try again; trying again is enough.
import { expect, test } from './journey.ts';

// A real page needs no data to be read.
test.use({ archive: { folder: 'test/fixtures/newsroom', pages: 'none' } });

const TITLE = '东岬县：四十台风机抢在大风之前并网';

for (const [name, address, file] of [
  ['home without its manifest', '', '**/data/manifest.json'],
  ['a category without its list', 'category/haiwanribao/', '**/data/streams/category/**'],
  ['an article without its text', 'haiwanribao/2024/05/30/NW202405300955067614.html', '**/data/posts/**'],
] as const) {
  test(`${name} offers to try again`, async ({ page }) => {
    await page.route(file, (route) => route.fulfill({ status: 503 }));
    await page.goto(address);
    const tryAgain = page.getByRole('button', { name: '再试一次' });
    await expect(tryAgain).toBeVisible({ timeout: 15_000 });
    await page.unroute(file);
    await tryAgain.click();
    await expect(page.getByText(TITLE).first()).toBeVisible();
  });
}
