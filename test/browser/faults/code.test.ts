// Scripts that do not come, or that a newer release has replaced.
import {
  ARTICLE,
  expect,
  expectArticle,
  expectFailure,
  expectHome,
  expectOwn,
  RECOVERY_MS,
  test,
} from './faultyJourney.ts';

// A real page needs no script to be read.
test.use({ options: ['--pages', 'none'], serviceWorkers: 'block' });

const ARTICLE_CODE = /\/broadsheet\/article-.*\.js$/;

test('a vanished script leads to one load of the page, at the same place', async ({ page, host, navigations }) => {
  await page.route(ARTICLE_CODE, (route) =>
    navigations.length < 2 ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await page.goto(host.url);
  await expectHome(page);
  await page.locator('a').filter({ hasText: '风机' }).first().click();
  await expectArticle(page, RECOVERY_MS);
  expect(new URL(page.url()).pathname).toBe(`/${ARTICLE}`);
  await page.goBack();
  await expectHome(page);
  expect(navigations.length).toBe(2);
});

test('a script that is gone for good is said after one load, and then nothing is loaded again', async ({
  page,
  host,
  navigations,
}) => {
  await page.route(ARTICLE_CODE, (route) => route.fulfill({ status: 404 }));
  await page.goto(host.url + ARTICLE);
  await expect.poll(() => navigations.length).toBe(2);
  await expectFailure(page);
  await page.waitForTimeout(12_000);
  await expectFailure(page);
  expect(navigations.length).toBe(2);
});

for (const fault of ['login page', 'not found', 'dropped', 'hung'] as const) {
  test(`${fault} in the place of a script: said, and well again by itself`, async ({ page, host, navigations }) => {
    host.misbehave(fault, ARTICLE_CODE);
    await page.goto(host.url);
    await expectHome(page);
    await page.locator('a').filter({ hasText: '风机' }).first().click();
    await expectFailure(page);
    await page.waitForTimeout(3000);
    await expectFailure(page);
    host.behave();
    await expectArticle(page, RECOVERY_MS);
    expect(navigations.length).toBeLessThanOrEqual(3);
  });
}

test('a login page for every script and every file: the page says so, and is well again by itself', async ({
  page,
  host,
  navigations,
}) => {
  host.misbehave('login page', /^\/(?:broadsheet|data)\//);
  await page.goto(host.url);
  await page.waitForTimeout(3000);
  await expectOwn(page);
  host.behave();
  await expectHome(page, RECOVERY_MS);
  expect(navigations.length).toBeLessThanOrEqual(3);
});
