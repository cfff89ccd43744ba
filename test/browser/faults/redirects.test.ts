// Hosts that redirect `x.html` to `x`, and `index.html` to its folder.
import { ARTICLE, CATEGORY, expect, expectArticle, expectHome, read, test, visit } from './faultyJourney.ts';

test.use({ redirectsHtml: true });

test('an article opens by both addresses, with a worker, without, and offline', async ({
  page,
  context,
  host,
  navigations,
}) => {
  await page.goto(host.url + ARTICLE);
  await expectArticle(page);
  await visit(page, host.url);
  await read(page, host.url);
  for (const address of [ARTICLE, ARTICLE.replace('.html', ''), '', 'index.html', CATEGORY]) {
    await page.goto(host.url + address);
    await (address.startsWith('haiwan') ? expectArticle(page) : expectHome(page));
  }
  await context.setOffline(true);
  for (const address of [ARTICLE, ARTICLE.replace('.html', ''), '', CATEGORY]) {
    await page.goto(host.url + address);
    await (address.startsWith('haiwan') ? expectArticle(page) : expectHome(page));
  }
  await context.setOffline(false);
  // The host's one redirect, and no more than we asked for.
  expect(navigations.length).toBeLessThanOrEqual(14);
});
