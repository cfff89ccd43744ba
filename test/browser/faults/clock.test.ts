// A device whose clock is wrong by a year reads, online and offline.
import { ARTICLE, expect, expectArticle, expectHome, read, RECOVERY_MS, test, visit } from './faultyJourney.ts';

const YEAR_MS = 365 * 24 * 60 * 60_000;

for (const [name, wrongByMs] of [
  ['a year behind', -YEAR_MS],
  ['a year ahead', YEAR_MS],
] as const) {
  test(`a clock ${name}: lists and articles open, offline too, and what failed comes back`, async ({
    page,
    context,
    host,
    navigations,
  }) => {
    await page.addInitScript((wrong) => {
      const now = Date.now.bind(Date);
      window.Date = class extends Date {
        constructor(...given: ConstructorParameters<DateConstructor>) {
          super(...(given.length > 0 ? given : ([now() + wrong] as unknown as typeof given))); // As `new Date()` does.
        }
        static override now = () => now() + wrong;
      } as DateConstructor; // Called without `new` by nobody.
    }, wrongByMs);
    await visit(page, host.url);
    await read(page, host.url);
    await context.setOffline(true);
    await page.goto(host.url);
    await expectHome(page);
    await page.goto(host.url + ARTICLE);
    await expectArticle(page);
    await context.setOffline(false);
    host.misbehave('server error', /^\/data\/days\/2024\/05\/29/);
    await page.goto(`${host.url}gangkoukuaixun/2024/05/29/NW202405290815003344.html`);
    await expect(page.getByRole('alert')).toBeVisible({ timeout: RECOVERY_MS });
    host.behave();
    await expect(page.getByRole('heading', { level: 1, name: /海带加工厂/ })).toBeVisible({ timeout: RECOVERY_MS });
    expect(navigations.length).toBe(6);
  });
}
