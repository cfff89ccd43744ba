// A passage is selected, copied with its link, and found again by whoever opens that.
import { attached, expect, test } from './journey.ts';

test.use({ viewport: { width: 700, height: 260 }, permissions: ['clipboard-read', 'clipboard-write'] });

test('a link to a passage opens the article at it', async ({ page, context }) => {
  await page.goto('');
  await page
    .getByRole('link', { name: /Night ferry to Zhuyu/ })
    .first()
    .click();
  const last = page.locator('.article-body > p').last();
  const text = (await last.textContent()) ?? '';
  await last.evaluate((paragraph) => document.getSelection()?.selectAllChildren(paragraph));
  await page.getByRole('button', { name: '复制所选文字和链接' }).click();
  const panel = page.getByRole('dialog', { name: '分享与引用' });
  await panel.getByRole('button', { name: '复制所选文字和链接' }).click();
  await expect(panel.getByRole('status')).toHaveText('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.startsWith(text.trim())).toBe(true);

  const other = await context.newPage();
  await other.goto(copied.split('\n').at(-1) ?? '');
  await expect(other.locator('.article-body > p').last()).toBeInViewport();
});

test('by keyboard: the panel opens, copies, says so, closes, and the focus is back', async ({ page }) => {
  await page.goto('');
  await page
    .getByRole('link', { name: /Night ferry to Zhuyu/ })
    .first()
    .click();
  await attached(page);
  const opener = page.getByRole('button', { name: '分享', exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: '分享与引用' });
  await panel.getByRole('button', { name: '复制链接' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(opener).toBeFocused();
});
