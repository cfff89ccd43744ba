// A device that keeps nothing, is full, or throws away what it kept: reading goes on.
import { ARTICLE, CATEGORY, expect, expectArticle, expectHome, keptPaths, read, test, visit } from './faultyJourney.ts';

test('a full device reads on, and is asked no more than another', async ({ page, context, host }) => {
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.url).origin, quotaSize: 1 });
  await page.goto(host.url);
  await expectHome(page);
  await page.goto(host.url + ARTICLE);
  await expectArticle(page);
  await page.reload();
  await expectArticle(page);
  await page.waitForLoadState('networkidle');
  const asked = host.asked.length;
  await page.waitForTimeout(5000);
  expect(host.asked.slice(asked).length, host.asked.slice(asked).join('\n')).toBeLessThan(5);
});

test('a device that fills up later keeps its release and reads on', async ({ page, context, host }) => {
  await visit(page, host.url);
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.url).origin, quotaSize: 1 });
  await page.goto(host.url + CATEGORY);
  await expectHome(page);
  await page.goto(host.url + ARTICLE);
  await expectArticle(page);
  await context.setOffline(true);
  await page.goto(host.url);
  await expectHome(page);
  await context.setOffline(false);
});

test('where caches are refused, the site reads online, and nothing asks for ever', async ({ page, host }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'caches', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  });
  await page.goto(host.url);
  await expectHome(page);
  await page.goto(host.url + ARTICLE);
  await expectArticle(page);
  await page.waitForLoadState('networkidle');
  const asked = host.asked.length;
  await page.waitForTimeout(5000);
  expect(host.asked.length - asked).toBeLessThan(5);
});

test('storage that is wiped while the page is open is filled again', async ({ page, context, host }) => {
  await visit(page, host.url);
  await read(page, host.url);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.goto(host.url + CATEGORY);
  await expectHome(page);
  await page.goto(host.url + ARTICLE);
  await expectArticle(page);
  await expect.poll(async () => (await keptPaths(page)).join()).toMatch(/broadsheet\/shell-.*data\/posts/);
  await context.setOffline(true);
  await page.reload();
  await expectArticle(page);
  await context.setOffline(false);
});

test('storage and worker that are wiped while the page is open leave the page as it was', async ({
  page,
  context,
  host,
  navigations,
}) => {
  await visit(page, host.url);
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: new URL(host.url).origin, storageTypes: 'all' });
  await page
    .getByRole('link', { name: /东岬县/ })
    .first()
    .click();
  await expectArticle(page);
  await page.reload();
  await expectArticle(page);
  expect(navigations.length).toBe(2);
});
