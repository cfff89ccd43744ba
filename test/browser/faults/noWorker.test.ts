// A site that gives up its service worker.
import { rm } from 'node:fs/promises';
import { ARTICLE, expect, expectArticle, expectHome, publishNewsroom, read, test, visit } from './faultyJourney.ts';

test('`--no-worker` after a worker: that goes, with what it kept, and another site’s caches stay', async ({
  page,
  host,
  navigations,
}) => {
  await visit(page, host.url);
  await read(page, host.url);
  await page.evaluate(async () => {
    for (const name of ['shell http://localhost/other/', `chunks ${location.origin}/paper/`, 'anything'])
      await (await caches.open(name)).put('/x', new Response('x'));
  });
  const without = await publishNewsroom('test/fixtures/newsroom', ['--no-worker']);
  try {
    host.serve(without);
    const before = navigations.length;
    await page.goto(host.url);
    await expectHome(page);
    // The browser looks for another worker when it sees fit, on a busy machine late.
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), {
        timeout: 60_000,
      })
      .toBe(0);
    expect(navigations.length - before).toBe(1);
    await page.goto(host.url + ARTICLE);
    await expectArticle(page);
    // With what the first page, of the earlier release, may have kept since.
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(3);
    await page.waitForTimeout(1000);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(3);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  } finally {
    await host.stop();
    await rm(without, { recursive: true });
  }
});
