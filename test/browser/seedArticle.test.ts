// An article in the shape of the origin's source posts, opened cold on a phone.
import { expect, PHONE, test } from './journey.ts';

const ADDRESS = 'haiwanribao/2024/05/30/NW202405300955067614.html';
const TITLE = '东岬县：四十台风机抢在大风之前并网';

test.use({ archive: 'test/fixtures/newsroom', ...PHONE });

test('shows title, source, time and text, and none of the furniture', async ({ page }) => {
  await page.goto(ADDRESS);
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(article.getByText('海湾日报', { exact: true }).first()).toBeVisible();
  await expect(article.getByText('09:55')).toBeVisible();
  await expect(article.getByText('浓雾散去，三号码头恢复夜航')).toBeVisible();
  await expect(article.getByText('检修船航拍')).toBeVisible();
  await expect(article).not.toContainText('文章来源');
  await expect(article).not.toContainText('返回');
  await expect(article.locator('a[href="https://finance.eastmoney.com/a/202405300955067614.html"]')).toHaveCount(1);
  await expect(page).toHaveTitle(new RegExp(TITLE));
});

test('opens without a complaint in the console', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(ADDRESS);
  await expect(page.getByText('浓雾散去，三号码头恢复夜航')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('fits the width of the phone', async ({ page }) => {
  await page.goto(ADDRESS);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.viewport.width);
});

test('leads to its category and to the home page, and Back returns', async ({ page }) => {
  const title = page.getByRole('heading', { level: 1, name: TITLE });
  await page.goto(ADDRESS);
  await page.locator('main a[href$="/category/haiwanribao/"]').first().click();
  await expect(page).toHaveURL(/\/category\/haiwanribao\/$/);
  await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
  await page.goBack();
  await expect(title).toBeVisible();
  await page.getByRole('link', { name: '首页' }).first().click();
  await expect(page).toHaveURL(/:\d+\/$/);
  await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
  await page.goBack();
  await expect(title).toBeVisible();
});
