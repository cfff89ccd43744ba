// What a reader chose is there before anything is painted.
import { expect, test } from './journey.ts';

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
    await page.goto('icon.svg'); // Of the same origin, without script.
    await page.evaluate((stored) => localStorage.setItem('broadsheet:settings', stored), JSON.stringify({ theme }));
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
