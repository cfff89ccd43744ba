// Without a network, and with nobody at the other end of it: what was read opens, what was not says so.
import type { BrowserContext } from '@playwright/test';
import type { FaultyServer } from './faultyServer.ts';
import {
  ARTICLE,
  CATEGORY,
  expect,
  expectArticle,
  expectFailure,
  expectHome,
  keptPaths,
  read,
  RECOVERY_MS,
  test,
  TITLE,
  visit,
} from './faultyJourney.ts';

const UNSEEN_TITLE = '海带加工厂把边角料做成可降解渔网';
const NOT_HERE = '不在本机 · 连上后保存';
const UNSEEN_DAY = /^\/data\/days\/2024\/05\/29/;

type Cut = { readonly host: FaultyServer; readonly context: BrowserContext };

const WAYS = {
  offline: {
    cut: ({ context }: Cut) => context.setOffline(true),
    mend: ({ context }: Cut) => context.setOffline(false),
  },
  'with the server stopped': { cut: ({ host }: Cut) => host.stop(), mend: ({ host }: Cut) => host.start() },
} as const;

for (const [name, { cut, mend }] of Object.entries(WAYS)) {
  test(`${name}, home, a seen list and a read article open, and again by reload`, async ({ page, context, host }) => {
    await visit(page, host.url);
    await read(page, host.url);
    await cut({ host, context });
    for (const [address, look] of [
      ['', expectHome],
      [CATEGORY, expectHome],
      [ARTICLE, expectArticle],
    ] as const) {
      await page.goto(host.url + address);
      await look(page);
      await page.reload();
      await look(page);
    }
    await mend({ host, context });
  });

  test(`${name}, an article opens that was never opened, but asked for ahead`, async ({ page, context, host }) => {
    await visit(page, host.url);
    await page.reload(); // Now the worker hears what is asked for.
    await expectHome(page);
    await expect.poll(() => keptPaths(page)).toContainEqual(expect.stringContaining('/data/posts/'));
    await cut({ host, context });
    await page.goto(host.url + ARTICLE);
    await expectArticle(page);
    await page.reload();
    await expectArticle(page);
    await mend({ host, context });
  });

  test(`${name}, what is not here says so in the place, and opens by itself`, async ({ page, context, host }) => {
    host.misbehave('server error', UNSEEN_DAY);
    await visit(page, host.url);
    await page.reload();
    await expectHome(page);
    await cut({ host, context });
    await page.getByRole('link', { name: UNSEEN_TITLE }).first().click();
    await expectFailure(page);
    host.behave();
    await mend({ host, context });
    await expect(page.getByRole('heading', { level: 1, name: UNSEEN_TITLE })).toBeVisible({ timeout: RECOVERY_MS });
  });

  test(`${name}, a row that is not here is marked, until there is a host again`, async ({ page, context, host }) => {
    host.misbehave('server error', UNSEEN_DAY);
    await visit(page, host.url);
    await page.reload();
    await expectHome(page);
    await cut({ host, context });
    await page.reload();
    const row = page.getByRole('feed').getByRole('article', { name: UNSEEN_TITLE });
    // The list takes the place of the newest rows when its code has come.
    await expect(page.getByRole('button', { name: '标为已读' })).toBeVisible();
    await row.scrollIntoViewIfNeeded();
    await expect(row.getByRole('button', { name: NOT_HERE })).toBeVisible({ timeout: RECOVERY_MS });
    await expect(page.getByRole('feed').getByRole('article', { name: TITLE }).getByText(NOT_HERE)).toHaveCount(0);
    host.behave();
    await mend({ host, context });
    await expect(page.getByText(NOT_HERE)).toHaveCount(0, { timeout: RECOVERY_MS });
  });

  test(`${name}, the first visit ever is the browser’s to answer; the next one is whole`, async ({
    page,
    context,
    host,
  }) => {
    await cut({ host, context });
    await expect(page.goto(host.url)).rejects.toThrow(/ERR_/);
    await mend({ host, context });
    // The browser's own page may load itself anew at the same time.
    await expect(async () => void (await page.goto(host.url))).toPass({ timeout: RECOVERY_MS });
    await expect(page.getByText(TITLE).first()).toBeVisible();
  });
}
