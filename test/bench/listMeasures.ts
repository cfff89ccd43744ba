import type { CDPSession, Page, Response } from 'playwright';

/** How slow the device and the network are made. */
export type Profile = { readonly name: string; readonly cpu: number; readonly isThrottled: boolean };

/** As the machine is, and as a phone in a train: docs/design.md, "Budgets". */
export const PROFILES: readonly Profile[] = [
  { name: 'none', cpu: 1, isThrottled: false },
  { name: 'A', cpu: 4, isThrottled: true },
];

/** What one visit measured; times in milliseconds. */
export type ListFigures = Readonly<
  Record<
    | 'first rows'
    | 'requests'
    | 'KB'
    | 'nodes'
    | 'heap MB'
    | 'dropped of 120'
    | 'jump to end'
    | 'article, prefetched'
    | 'article, not'
    | 'back'
    | 'back off by px',
    number
  >
>;

const KBIT = 1000 / 8;
const WHEEL_STEPS = 120;
const FRAME_MS = 1000 / 60;

/** Slows a page down as a profile says. */
export async function slowDown(page: Page, { cpu, isThrottled }: Profile): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (isThrottled) {
    const network = { offline: false, latency: 150, downloadThroughput: 1600 * KBIT, uploadThroughput: 750 * KBIT };
    await devtools.send('Network.emulateNetworkConditions', network);
  }
  return devtools;
}

/** Visits the front page, scrolls, jumps, opens an article and comes back. The page is new. */
export async function measureList(page: Page, url: string, profile: Profile): Promise<ListFigures> {
  const devtools = await slowDown(page, profile);
  const loaded: Promise<number>[] = [];
  const count = (response: Response) => loaded.push(response.body().then(({ byteLength }) => byteLength));
  page.on('response', count);
  const firstRows = await timed(async () => {
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('h3').nth(18).waitFor();
  });
  const bytes = await Promise.all(loaded);
  page.off('response', count);
  await page.locator('[aria-posinset="30"]').or(page.locator('[aria-posinset]').last()).first().waitFor();
  await page.waitForLoadState('networkidle');
  const dropped = await droppedFrames(page);
  await page.waitForLoadState('networkidle');
  const nodes = await page.evaluate(() => document.querySelectorAll('[role=feed] *').length);
  const heap = await heapMb(devtools);
  const prefetched = await timeArticle(page, true);
  const { backMs, offPx } = await timeBack(page);
  const jump = await timed(async () => {
    await page.keyboard.press('End');
    await page.waitForFunction(() => {
      const last = document.querySelector('[role=feed] > article:last-of-type');
      const [place, size] = [last?.getAttribute('aria-posinset'), last?.getAttribute('aria-setsize')];
      return place === size && last?.querySelector('h3') && last.getBoundingClientRect().bottom <= innerHeight + 1;
    });
  });
  const cold = await timeArticle(page, false);
  return {
    'first rows': firstRows,
    requests: bytes.length,
    KB: bytes.reduce((sum, size) => sum + size, 0) / 1024,
    nodes,
    'heap MB': heap,
    'dropped of 120': dropped,
    'jump to end': jump,
    'article, prefetched': prefetched,
    'article, not': cold,
    back: backMs,
    'back off by px': offPx,
  };
}

/** Turns the wheel 120 times, a frame apart, and counts the frames that did not come. */
export async function droppedFrames(page: Page): Promise<number> {
  await page.mouse.move(300, 500);
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    const note = (time: number) => frames.push(time) && requestAnimationFrame(note);
    requestAnimationFrame(note);
  });
  for (let step = 0; step < WHEEL_STEPS; step++) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(FRAME_MS);
  }
  // Set above.
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  const gaps = frames.slice(1).map((time, index) => time - (frames[index] ?? time));
  return gaps.reduce((sum, gapMs) => sum + Math.max(0, Math.round(gapMs / FRAME_MS) - 1), 0);
}

/** Runs something and tells how long it took, in milliseconds. */
export async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Opens an article in sight: one whose text is there already, or, quickly, before it can be. */
async function timeArticle(page: Page, isPrefetched: boolean): Promise<number> {
  if (isPrefetched) await page.waitForTimeout(3000);
  const link = page.locator('[role=feed] > article h3 a');
  const seen = await link.evaluateAll((links) =>
    links.findIndex((one) => one.getBoundingClientRect().top > 100 && one.getBoundingClientRect().top < innerHeight),
  );
  return timed(async () => {
    await link.nth(Math.max(0, seen)).evaluate((one: HTMLElement) => {
      Object.assign(window, { openedTop: one.getBoundingClientRect().top, opened: one.getAttribute('href') });
      one.click();
    });
    await page.locator('.article-body p').first().waitFor();
  });
}

/** Goes back to the list, and tells by how many pixels the row that was opened is off its place. */
async function timeBack(page: Page): Promise<{ readonly backMs: number; readonly offPx: number }> {
  // Set by `timeArticle`.
  const { opened, openedTop } = await page.evaluate(
    () => window as unknown as { readonly opened: string; readonly openedTop: number },
  );
  const row = page.locator(`[role=feed] h3 a[href="${opened}"]`);
  const backMs = await timed(async () => {
    await page.goBack();
    await row.waitFor();
  });
  const top = await row.evaluate((one) => one.getBoundingClientRect().top);
  return { backMs, offPx: Math.abs(top - openedTop) };
}

async function heapMb(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}
