// A host out of order: what was read opens, what was not is said, and all is well soon after.
import type { Fault } from './faultyServer.ts';
import { LOGIN_WORDS } from './faultyServer.ts';
import {
  ARTICLE,
  CATEGORY,
  expect,
  expectArticle,
  expectFailure,
  expectHome,
  keptTexts,
  read,
  RECOVERY_MS,
  test,
  visit,
} from './faultyJourney.ts';

const UNSEEN = 'gangkoukuaixun/2024/05/29/NW202405290815003344.html';
const UNSEEN_TITLE = '海带加工厂把边角料做成可降解渔网';
const FAULTS: readonly Fault[] = [
  'server error',
  'not found',
  'login page',
  'cut off',
  'stalled',
  'damaged',
  'hung',
  'dropped',
];

for (const fault of FAULTS) {
  test(`${fault}: what was read opens, and nothing of the fault is kept`, async ({ page, host, navigations }) => {
    await visit(page, host.url);
    await read(page, host.url);
    host.misbehave(fault);
    const before = navigations.length;
    await page.goto(host.url);
    await expectHome(page);
    await page.reload();
    await expectHome(page);
    await page.goto(host.url + ARTICLE);
    await expectArticle(page);
    await page.goto(host.url + CATEGORY);
    await expectHome(page);
    expect(navigations.length - before).toBeLessThanOrEqual(4);
    expect(await keptTexts(page)).not.toContain(LOGIN_WORDS);
  });

  // A host that says 404 for data that it has cannot be told from one that has none.
  if (fault === 'not found') continue;

  test(`${fault}: what was not read says so, and opens by itself when the fault ends`, async ({
    page,
    host,
    navigations,
  }) => {
    host.misbehave('server error', /^\/data\/days\/2024\/05\/29/); // Rows in sight are asked for ahead.
    await visit(page, host.url);
    host.misbehave(fault, /^\/(?:data|sw\.js)/);
    await page.goto(host.url + UNSEEN);
    await expectFailure(page);
    const [asked, opened] = [host.asked.length, navigations.length];
    await page.waitForTimeout(5000);
    expect(host.asked.length - asked).toBeLessThan(40);
    host.behave();
    await expect(page.getByRole('heading', { level: 1, name: UNSEEN_TITLE })).toBeVisible({ timeout: RECOVERY_MS });
    expect(navigations.length).toBe(opened);
  });
}
