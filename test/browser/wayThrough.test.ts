// From the front page to a category to an article and back, on a phone and on a desktop.
import { expect, PHONE, test, watchForeignRequests } from './journey.ts';

test.use({ archive: 'test/fixtures/newsroom' });

const TITLE = '三号码头恢复夜航，积压货轮两天内清完';

for (const [name, screen] of [
  ['phone', PHONE],
  ['desktop', { viewport: { width: 1280, height: 900 } }],
] as const) {
  test.describe(name, () => {
    test.use(screen);

    test('home, category, article, and back twice', async ({ page }) => {
      await page.goto('');
      await expect(page.getByRole('heading', { level: 1, name: '海湾消息' })).toBeVisible();
      await page.locator('a[href$="/category/haiwanribao/"]').first().click();
      await expect(page.getByRole('link', { name: '海带加工厂' })).toBeHidden();
      await page.getByRole('link', { name: TITLE }).click();
      await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      await expect(page.getByText('每小时放行十二艘货轮')).toBeVisible();
      await page.goBack();
      await expect(page).toHaveURL(/\/category\/haiwanribao\/(\?from=|$)/);
      await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: '海湾消息' })).toBeVisible();
    });
  });
}

test('the article leads on to the one before and the one after', async ({ page }) => {
  await page.goto('haiwanribao/2024/05/30/NW202405300955067614.html');
  await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
  await page.getByRole('link', { name: '海带加工厂' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /海带加工厂/ })).toBeVisible();
});

test('nobody but the site is asked for anything, except for the pictures of an article', async ({ page, site }) => {
  const foreign = await watchForeignRequests(page, site);
  await page.goto('');
  await page.getByRole('link', { name: TITLE }).click();
  await expect(page.getByText('沿岸三家冷库')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect([...new Set(foreign)]).toEqual(['https://pictures.invalid/pier.jpg']);
});
