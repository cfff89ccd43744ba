// What the home page loads does not depend on the size of the archive.
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { publishGenerated } from './publishAndServe.ts';

/** One answer that a page got: where from, and its bytes as the page reads them. */
type Loaded = { readonly path: string; readonly body: Buffer };

test('home loads the same bytes at 1,000 and at 10,000 posts', async ({ browser }) => {
  test.setTimeout(180_000);
  const [small, large] = [
    await loadHome(await browser.newPage(), 1000),
    await loadHome(await browser.newPage(), 10_000),
  ];
  const ratio = sizeBytes(large) / sizeBytes(small);
  expect(ratio).toBeGreaterThan(0.95);
  expect(ratio).toBeLessThan(1.05);
  const textual = large.filter(({ path }) => !path.endsWith('.js'));
  const onTheWire = textual.map(({ body }) => brotliCompressSync(body).byteLength);
  expect(onTheWire.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(20 * 1024);
});

async function loadHome(page: Page, postCount: number): Promise<readonly Loaded[]> {
  const site = await publishGenerated(postCount, 1000);
  const loading: Promise<Loaded>[] = [];
  // Nothing but the screen itself: no article that might be opened next.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    loading.push(response.body().then((body) => ({ path: pathname, body })));
  });
  await page.goto(site.url);
  await expect(page.getByRole('main').getByRole('article').nth(19)).toBeVisible();
  await page.waitForLoadState('networkidle');
  const loaded = await Promise.all(loading);
  await site.close();
  return loaded;
}

function sizeBytes(loaded: readonly Loaded[]): number {
  return loaded.reduce((sum, { body }) => sum + body.byteLength, 0);
}
