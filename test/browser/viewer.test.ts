// The pictures of an article: they move nothing when they come or fail, and open large, by keyboard, mouse and finger.
import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './journey.ts';

test.use({ archive: 'test/fixtures/pictures' });

const DAWN = '清晨的三号码头';
const CRANE = '吊机';

test.beforeEach(async ({ page }) => {
  await page.route('http://pictures.example/**', async (route) => {
    if (route.request().url().includes('gone')) return route.abort();
    // Late, and of another shape than the post says: the text has been there for long.
    await new Promise((resolve) => setTimeout(resolve, 150));
    return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
  });
});

for (const [name, options] of [
  ['a phone', PHONE],
  ['a desk', { viewport: { width: 1280, height: 800 } }],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use(options);

    test('nothing moves when pictures come, or do not', async ({ page }) => {
      await watchShifts(page);
      await page.goto('harbour/');
      await expect(page.getByRole('button', { name: DAWN })).toBeVisible();
      await scrollThrough(page);
      await expect(page.getByText('也没有来的图片')).toBeVisible();
      await expect.poll(() => countThere(page)).toBe(4);
      expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toBe(0);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(options.viewport.width);
    });
  });
}

test('the keyboard alone opens a picture, looks closer, goes on and comes back', async ({ page }) => {
  await page.goto('harbour/');
  await tabTo(page, DAWN);
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: '图片' });
  await expect(viewer).toContainText('第 1 张，共');
  await expect(viewer).toContainText(DAWN);
  const before = await widthShown(page);
  await page.keyboard.press('+');
  await expect.poll(() => widthShown(page)).toBeGreaterThan(before * 1.4);
  await page.keyboard.press('0');
  await expect.poll(() => widthShown(page)).toBe(before);
  await page.keyboard.press('ArrowRight');
  await expect(viewer).toContainText('第 2 张');
  await expect(viewer).toContainText('吊机开始作业');
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(page.getByRole('button', { name: DAWN })).toBeFocused();
  await expect(page).toHaveURL(/\/harbour\/$/);
});

test('Back closes the viewer, and then leaves the article', async ({ page, site }) => {
  await page.goto(site.url);
  await page
    .getByRole('link', { name: /港口一日/ })
    .first()
    .click();
  await page.getByRole('button', { name: DAWN }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: DAWN })).toBeFocused();
  // Closed by its button, it leaves nothing behind that Back would have to pass.
  await page.getByRole('button', { name: DAWN }).click();
  await page.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.waitForTimeout(100);
  await page.goBack();
  await expect(page).toHaveURL(site.url);
});

test('the wheel zooms the picture and neither the page nor its place', async ({ page }) => {
  await page.goto('harbour/');
  await page.getByRole('button', { name: DAWN }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await page.getByRole('dialog').evaluate((dialog) => dialog.clientWidth)).toBe(1280);
  const [before, place] = [await widthShown(page), await page.evaluate(() => window.scrollY)];
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => widthShown(page)).toBeGreaterThan(before * 1.5);
  await page.mouse.wheel(0, 2000);
  await expect.poll(() => widthShown(page)).toBe(before);
  await page.mouse.dblclick(640, 400);
  await expect.poll(() => widthShown(page)).toBeGreaterThan(before * 1.9);
  expect(await page.evaluate(() => window.scrollY)).toBe(place);
});

test('a picture that did not come comes when it is tried again', async ({ page }) => {
  await page.goto('harbour/');
  const box = page.locator('figure', { hasText: '这张图片不会来' });
  await box.scrollIntoViewIfNeeded();
  await expect(box.getByRole('link', { name: '在 pictures.example 上查看图片' })).toBeVisible();
  const size = await box.boundingBox();
  await page.route('**/gone.svg', (route) => route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }));
  await box.getByRole('button', { name: '再试一次' }).click();
  await expect(box.getByRole('button', { name: '没有来的图片' })).toBeFocused();
  expect(await box.boundingBox()).toEqual(size);
});

test.describe('fingers', () => {
  test.use(PHONE);

  test('swipe to the next picture, pinch it larger, and tap it whole', async ({ page }) => {
    await page.goto('harbour/');
    await page.getByRole('button', { name: DAWN }).tap();
    const viewer = page.getByRole('dialog');
    await expect(viewer).toContainText('第 1 张');
    await move(page, [
      [
        { x: 300, y: 400 },
        { x: 80, y: 410 },
      ],
    ]);
    await expect(viewer).toContainText('第 2 张');
    await expect(viewer.getByRole('img', { name: CRANE })).toBeVisible();
    const before = await widthShown(page);
    await move(page, [
      [
        { x: 170, y: 400 },
        { x: 70, y: 400 },
      ],
      [
        { x: 220, y: 400 },
        { x: 320, y: 400 },
      ],
    ]);
    await expect.poll(() => widthShown(page)).toBeGreaterThan(before * 2);
    await expect(viewer).toContainText('第 2 张');
    await page.touchscreen.tap(195, 400);
    await page.touchscreen.tap(195, 400);
    await expect.poll(() => widthShown(page)).toBe(before);
  });
});

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><rect width="900" height="500" fill="teal"/></svg>';

type Point = { readonly x: number; readonly y: number };

/** Adds up, in `window.shifts`, how far what is in sight moves by itself. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let shifts = 0;
    const observer = new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) shifts += Number(Reflect.get(shift, 'value'));
      Reflect.set(window, 'shifts', shifts);
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    Reflect.set(window, 'shifts', shifts);
  });
}

/** Slowly enough for each picture to come, or fail, in sight. */
async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 300) {
    await page.evaluate((top) => window.scrollTo(0, top), top);
    await page.waitForTimeout(250);
  }
}

function countThere(page: Page): Promise<number> {
  const pictures = page.locator('.article-body img');
  return pictures.evaluateAll(
    (all) => all.filter((picture) => picture instanceof HTMLImageElement && picture.naturalWidth > 0).length,
  );
}

async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole('button', { name });
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach “${name}”.`);
}

/** The width of the viewer's picture as it is drawn, in whole pixels. */
async function widthShown(page: Page): Promise<number> {
  const box = await page.getByRole('dialog').getByRole('img').boundingBox();
  return Math.round(box?.width ?? 0);
}

/** Puts fingers down at the first point of each path, moves them to the second and lifts them. */
async function move(page: Page, paths: readonly (readonly [Point, Point])[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number; id: number }[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const at = (part: number) =>
    paths.map(([from, to], id) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, id }));
  await touch('touchStart', at(0));
  for (let step = 1; step <= 5; step += 1) await touch('touchMove', at(step / 5));
  await touch('touchEnd', []);
}

test('a viewer whose code does not come is said, and takes nothing from Back', async ({ page }) => {
  await page.route(/overlays-.*\.js/, (route) => route.abort());
  await page.goto('harbour/');
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: DAWN }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(entries);
});
