// Addresses as people type, shorten and mistype them.
import { expect, test } from './journey.ts';

test.use({ archive: 'test/fixtures/newsroom' });

const TITLE = '东岬县：四十台风机抢在大风之前并网';

for (const [name, address] of [
  ['as it is', 'haiwanribao/2024/05/30/NW202405300955067614.html'],
  ['in other case', 'Haiwanribao/2024/05/30/nw202405300955067614.html'],
  ['without its ending', 'haiwanribao/2024/05/30/NW202405300955067614'],
  ['with a closing slash', 'haiwanribao/2024/05/30/NW202405300955067614/'],
  ['percent-encoded', 'haiwanribao/2024/05/30/%4EW202405300955067614.html'],
] as const) {
  test(`an article opens by its address ${name}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  });
}

for (const address of ['category/haiwanribao/', 'category/haiwanribao.html', 'category/HAIWANRIBAO/', 'haiwanribao/']) {
  test(`the category opens by /${address}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
    await expect(page.getByRole('link', { name: '海带加工厂' })).toBeHidden();
  });
}

test('what is not there is said to be not there, with a way on', async ({ page }) => {
  await page.goto('haiwanribao/2024/05/30/NW000000000000000000.html');
  await expect(page.getByRole('main')).toContainText(/没有|找不到|不存在/);
  await page.getByRole('link', { name: '首页' }).first().click();
  await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
});
