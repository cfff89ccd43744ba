// What a reader chose is there before anything is painted, in every tab, and the keyboard is enough to choose.
import { attached, expect, storeSettings, test } from './journey.ts';

const PAPERS = {
  light: 'rgb(251, 250, 246)',
  dark: 'rgb(21, 20, 18)',
  sepia: 'rgb(244, 236, 216)',
  contrast: 'rgb(255, 255, 255)',
  eink: 'rgb(255, 255, 255)',
} as const;

for (const [theme, paper] of Object.entries(PAPERS)) {
  test(`the first paint is in the stored theme, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
    await storeSettings(page, { theme });
    // Without the app's scripts the page stays as it is first painted.
    await page.route('**/broadsheet/*.js', (route) => route.abort());
    await page.goto('');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);
  });
}

test('the policy lets the page’s inline script run, and no other', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => void refused.push(message.text()));
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(refused.filter((text) => /content security policy/i.test(text))).toEqual([]);
  const ran = await page.evaluate(() => {
    try {
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
    } catch {
      // Trusted Types refuse it already.
    }
    return 'ran' in window;
  });
  expect(ran).toBe(false);
});

test('by keyboard: the settings open, choose, close, and are in the other tab and after a reload', async ({ page }) => {
  const other = await page.context().newPage();
  await other.goto('');
  await page.goto('');
  await attached(page);
  const opener = page.getByRole('button', { name: '阅读设置' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: '阅读设置' });
  await expect(panel).toBeVisible();
  await panel.getByRole('radio', { name: '跟随系统' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-size', '4');
  await expect(page.locator('body')).toHaveCSS('background-color', PAPERS.dark);
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', PAPERS.dark);
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a language is chosen at once, and lasts; one that does not come leaves the old and says so', async ({ page }) => {
  await page.route('**/zh-Hant-*.js', (route) => route.abort());
  await page.goto('');
  await page.getByRole('button', { name: '阅读设置' }).click();
  await page.getByRole('radio', { name: '繁體中文' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('数据没有取到');
  await expect(page.getByRole('radio', { name: '自动' })).toBeChecked();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeAttached();
});

test('paper stays white in the dark theme', async ({ page }) => {
  await storeSettings(page, { theme: 'dark' });
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(28, 26, 22)');
});

test('a panel whose code did not come is asked for again by the next press', async ({ page }) => {
  const code = '**/overlays-*.js';
  await page.route(code, (route) => route.abort());
  await page.goto('');
  const opener = page.getByRole('button', { name: '阅读设置' });
  await opener.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute(code);
  await opener.click();
  await expect(page.getByRole('dialog', { name: '阅读设置' })).toBeVisible();
});

test('the choice of a day, when its code did not come, is asked for again by the next press', async ({ page }) => {
  const code = '**/overlays-*.js';
  await page.route(code, (route) => route.abort());
  await page.goto('');
  const opener = page.getByRole('main').getByRole('button', { name: '选择其他日期' });
  await opener.click();
  await page.getByRole('main').getByRole('alert').getByRole('button').click();
  await page.unroute(code);
  await opener.click();
  await expect(page.getByRole('dialog')).toBeVisible();
});
