// Posts that attack their reader. Whatever they try, the text is shown, nothing else happens, and the way home is free.
import type { Page } from '@playwright/test';
import { expect, test, watchForeignRequests } from './journey.ts';

test.use({ archive: 'test/fixtures/hostile' });

const ATTACKS = ['script', 'handler', 'link', 'frame', 'overlay', 'beacon'] as const;

for (const attack of ATTACKS) {
  test(`nothing comes of a hostile ${attack}`, async ({ page, site }) => {
    const hits = await countHits(page);
    const foreign = await watchForeignRequests(page, site);

    await page.goto(`${attack}/`);
    const article = page.getByRole('article');
    await expect(article.getByText('前面的正文。')).toBeVisible();
    await expect(article.getByText('后面的正文。')).toBeVisible();
    await touchEverything(page);

    expect(hits).toEqual([]);
    expect(foreign).toEqual([]);
    await expect(article.locator('iframe, object, embed, script, style, svg')).toHaveCount(0);
    expect(await countFloating(page)).toBe(0);
    await expect(page).toHaveURL(`${site.url}${attack}/`);
    await page.getByRole('link', { name: '首页' }).first().click();
    await expect(page).toHaveURL(site.url);
  });
}

/** Collects what the posts report when they get to run anything. */
async function countHits(page: Page): Promise<readonly string[]> {
  const hits: string[] = [];
  await page.exposeFunction('__hit', (name: string) => void hits.push(name));
  return hits;
}

/** Points at, focuses and clicks what the post's text offers. */
async function touchEverything(page: Page): Promise<void> {
  for (const target of await page.getByText(/请看这里|再看这里|更多/).all()) {
    await target.hover();
    await target.focus();
    await target.click();
  }
  // What was started by a touch, or was only waiting, needs a moment to show.
  await page.waitForTimeout(300);
}

function countFloating(page: Page): Promise<number> {
  return page.getByRole('article').evaluate((article) => {
    const positions = Array.from(article.querySelectorAll('*'), (element) => getComputedStyle(element).position);
    return positions.filter((position) => position === 'fixed' || position === 'sticky').length;
  });
}
