// The palette and the help, by keyboard and by thumb.
import { findFaults } from './checkEveryScreen.ts';
import { attached, expect, PHONE, test } from './journey.ts';

test('by keyboard: a day is typed as people write it, and opens; Back leads to where it was typed', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-23T04:00:00Z');
  await page.goto('');
  await attached(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: '栏目、标签、来源或日期' });
  await expect(field).toBeFocused();
  await page.keyboard.type('11月21日');
  await expect(page.getByRole('option', { selected: true })).toHaveText('2026年11月21日星期六');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/2026\/11\/21\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goBack();
  await expect(page).not.toHaveURL(/2026/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('it closes by Esc and by Back, and the focus is where it was', async ({ page }) => {
  await page.goto('');
  await attached(page);
  const opener = page.getByRole('button', { name: '前往' });
  for (const close of [() => page.keyboard.press('Escape'), () => page.evaluate(() => history.back())]) {
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox')).toBeFocused();
    await close();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test('? opens the help, but not in a field', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: '前往' }).click();
  await page.getByRole('combobox').press('?');
  await expect(page.getByRole('combobox')).toHaveValue('?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
});

test.describe('on a small phone', () => {
  test.use({ ...PHONE, viewport: { width: 320, height: 640 } });

  test('by thumb: the button opens it, all is large enough to be met, and a tap leads there', async ({ page }) => {
    await page.goto('');
    await page.getByRole('navigation', { name: '主要页面' }).getByRole('button', { name: '前往' }).tap();
    const dialog = page.getByRole('dialog', { name: '前往' });
    await expect(dialog).toBeVisible();
    for (const target of await dialog.locator('a, input, button:visible').all()) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await dialog.getByRole('option', { name: '归档' }).tap();
    await expect(page).toHaveURL(/\/archive\/$/);
    await expect(dialog).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`palette and help, ${colorScheme}: axe finds nothing`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('');
    await page.getByRole('button', { name: '前往' }).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole('combobox').fill('没有这样的名字');
    await expect(page.getByRole('listbox')).toBeHidden();
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '快捷键' }).click();
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
  });
}
