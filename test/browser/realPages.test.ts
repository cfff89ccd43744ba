// Pages that can be read before any script has run, and the app that attaches to them.
import type { Page, Route } from '@playwright/test';
import { DEMO_SCREENS } from './demoScreens.ts';
import { attached, expect, PHONE, storeSettings, test } from './journey.ts';

/** A page of every kind. */
const PAGES = {
  ...DEMO_SCREENS,
  'a long article': '文化/2026/11/20/white-reef-lighthouse.html',
  'an article in English': '街巷/2026/11/21/evening-school.html',
  'an article that hides its day': 'market/nantang-1118/',
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name}: the app attaches without a request or a word`, async ({ page }) => {
    const said = listen(page);
    await page.route('**/data/**', (route) => route.abort());
    await page.goto(address);
    const before = await textOf(page);
    await attached(page);
    expect(said.filter((line) => !/Failed to load resource/.test(line))).toEqual([]);
    // What depends on the day, the device or the rest of the archive may follow; nothing goes.
    expect(before.title).toBe((await textOf(page)).title);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(before.heading);
  });
}

test.describe('three days on, in another zone and language, dark, compact and with large text', () => {
  test.use({ timezoneId: 'America/Los_Angeles', locale: 'en-US', colorScheme: 'dark', ...PHONE });

  for (const [name, address] of Object.entries(PAGES))
    test(`${name}: the app attaches, and follows the reader`, async ({ page }) => {
      await storeSettings(page, { locale: 'en', size: '5', density: 'compact', theme: 'dark' });
      await page.clock.setFixedTime(Date.now() + 3 * 86_400_000);
      const said = listen(page);
      await page.goto(address);
      await attached(page);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await page.waitForLoadState('networkidle');
      expect(said).toEqual([]);
    });
});

test('the text of an article stays as it was written into the page', async ({ page }) => {
  await holdScripts(page, async () => {
    await page.goto(PAGES.article, { waitUntil: 'commit' });
    await page.locator('.article-body p').first().waitFor();
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('.article-body p'))
        Object.assign(paragraph, { isServed: true });
    });
  });
  await attached(page);
  const isServed = await page.locator('.article-body p').evaluateAll((all) => all.map((one) => 'isServed' in one));
  expect(new Set(isServed)).toEqual(new Set([true]));
  // And what reading does with pictures works on it.
  await page.locator('.article-body button.picture').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('from a page to another and back, the article is there again', async ({ page }) => {
  await page.goto(PAGES.article);
  await attached(page);
  const text = await page.locator('.article-body').innerText();
  await page.getByRole('link', { name: '港口' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('港口');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('小满');
  await expect(page.locator('.article-body')).toContainText(text.slice(0, 20));
});

test('where the scripts do not come, the page can be read, and its links lead on', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('');
  await page.getByRole('link', { name: /小满/ }).first().click();
  await expect(page.locator('.article-body')).toContainText('船台');
});

test('a page that a host sends for another address gives way to what lies there', async ({ page, site }) => {
  const home = await (await page.request.get(site.url)).text();
  await page.route('**/market/nantang-1118/', (route) => {
    return route.request().resourceType() === 'document'
      ? route.fulfill({ body: home, contentType: 'text/html' })
      : route.continue();
  });
  await page.goto(PAGES['an article that hides its day']);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('南塘');
});

for (const address of ['index.html', 'tag/渡轮/index.html', 'tag/渡轮'])
  test(`at ${address}, another form of its address, the app attaches just so`, async ({ page, site }) => {
    const said = listen(page);
    await page.goto(address);
    await attached(page);
    expect(said).toEqual([]);
    expect(page.url()).toBe(new URL(address.replace(/index\.html$/, '').replace(/轮$/, '轮/'), site.url).href);
  });

test('where the manifest does not come, a list says so and tries again', async ({ page }) => {
  await page.route('**/data/manifest.json', (route) => route.fulfill({ status: 503 }));
  await page.goto(PAGES.category);
  await expect(page.getByRole('alert')).toContainText('数据没有取到');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.unroute('**/data/manifest.json');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByText('1 / 16')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('what a page knows of the archive is believed at its own address alone', async ({ page }) => {
  const held: Route[] = [];
  await page.route('**/data/manifest.json', (route) => void held.push(route));
  await page.goto(PAGES.article);
  await attached(page);
  await page.getByRole('link', { name: '首页' }).click();
  await expect(page.getByText('这里还没有文章')).toHaveCount(0);
  for (const route of held) await route.continue();
  await expect(page.getByRole('link', { name: /小满/ }).first()).toBeVisible();
});

test('a list that a host kept for a while shows what has come since', async ({ page }) => {
  await page.route('**/data/streams/category/**/head.json', async (route) => {
    const answer = await route.fetch();
    const head: { newest: { title: string }[] } = JSON.parse(await answer.text());
    const [first] = head.newest;
    if (first) head.newest[0] = { ...first, title: '刚刚来的一条' };
    await route.fulfill({ response: answer, json: head });
  });
  await page.goto(PAGES.category);
  await expect(page.getByText('刚刚来的一条')).toBeVisible();
});

test('when the code comes late, being online again is enough', async ({ page }) => {
  await page.route('**/attach-*.js', (route) => route.abort());
  await page.goto(PAGES.article);
  await expect(page.locator('.article-body')).toContainText('船台');
  await page.unroute('**/attach-*.js');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await attached(page);
});

test('a page that was cut off is read as far as it came', async ({ page, site }) => {
  const whole = await (await page.request.get(new URL(PAGES.article, site.url).href)).text();
  const cut = whole.slice(0, whole.indexOf('id="page-data"') + 300);
  await page.route('**/xiaoman-launched.html', (route) => route.fulfill({ body: cut, contentType: 'text/html' }));
  const said = listen(page);
  await page.goto(PAGES.article);
  await expect(page.locator('.article-body')).toContainText('船台');
  expect(said).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('text, figures, links, categories, the posts beside and older days are there', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('link', { name: /小满/ }).first().click();
    await expect(page.locator('.article-body p').first()).toBeVisible();
    await expect(page.locator('.article-body figure img').first()).toBeVisible();
    await expect(page.getByRole('figure').first()).toContainText('图片来源');
    await page.locator('a[rel=prev]').click();
    await expect(page.locator('.article-body')).not.toBeEmpty();
    await page.locator('a[rel=next]').click();
    await expect(page).toHaveURL(/xiaoman-launched/);
    await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '港口' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('港口');
    await page
      .getByRole('link', { name: '首页' })
      .or(page.getByRole('link', { name: '最新' }))
      .first()
      .click();
    await page.getByRole('link', { name: '归档' }).click();
    await page.getByRole('link', { name: '2026-11-20' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2026年11月20日');
    await page.locator('a[rel=prev]').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2026年11月19日');
  });

  for (const [name, address] of Object.entries(PAGES))
    test(`${name}: nothing asks for script, nothing offers what needs it, nothing shifts`, async ({ page }) => {
      const said = listen(page);
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.locator('body').innerText()).not.toMatch(/javascript|脚本|腳本|script/i);
      await expect(page.locator('button:visible, input:visible')).toHaveCount(0);
      expect(said).toEqual([]);
    });
});

/** What the page says from now on: console and errors, the refusals of its policy among them. */
function listen(page: Page): readonly string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    // The test's own doing: workers are blocked in journeys that need none.
    if (message.text().includes('blocked by Playwright')) return;
    // And the browser's: it looks for a sign of the bare picture where choices are stored.
    if (message.location().url.endsWith('/favicon.ico')) return;
    said.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => void said.push(`error: ${error.message}`));
  return said;
}

async function textOf(page: Page): Promise<{ readonly title: string; readonly heading: string }> {
  return { title: await page.title(), heading: await page.getByRole('heading', { level: 1 }).innerText() };
}

/** Does something while no script comes. */
async function holdScripts(page: Page, meanwhile: () => Promise<void>): Promise<void> {
  const held: Route[] = [];
  let isHeld = true;
  await page.route('**/*.js', (route) => (isHeld ? void held.push(route) : route.continue()));
  await meanwhile();
  isHeld = false;
  for (const route of held) await route.continue();
}
