import type { CDPSession, Page, Response } from 'playwright';

/** How slow the device and the network are made. */
export type Profile = { readonly name: string; readonly cpu: number; readonly isThrottled: boolean };

/** As the machine is. */
export const AS_IS: Profile = { name: 'none', cpu: 1, isThrottled: false };

/** As a phone in a train. */
export const PHONE: Profile = { name: 'A', cpu: 4, isThrottled: true };

/** Both. */
export const PROFILES: readonly Profile[] = [AS_IS, PHONE];

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
  const jump = await page.evaluate(jumpToEnd);
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

/** Opens an article in sight, and tells how long until its text stands there: prefetched, or at once after a jump. */
async function timeArticle(page: Page, isPrefetched: boolean): Promise<number> {
  if (isPrefetched) await page.waitForTimeout(3000);
  return page.evaluate(openArticle);
}

// Timed in the page, from the press to the frame after: what stands around a page has its own times.
function openArticle(): Promise<number> {
  const links = [...document.querySelectorAll<HTMLElement>('[role=feed] > article h3 a')];
  const link = links.find((one) => one.getBoundingClientRect().top > 100) ?? links[0];
  Object.assign(window, { openedTop: link?.getBoundingClientRect().top, opened: link?.getAttribute('href') });
  const start = performance.now();
  link?.click();
  return new Promise((resolve) => {
    const look = () => {
      const isThere = document.querySelector('.article-body p') !== null;
      requestAnimationFrame(isThere ? () => resolve(performance.now() - start) : look);
    };
    look();
  });
}

/** Goes back to the list, and tells by how many pixels the row that was opened is off its place. */
async function timeBack(page: Page): Promise<{ readonly backMs: number; readonly offPx: number }> {
  return page.evaluate(() => {
    // Set by `openArticle`.
    const { opened, openedTop } = window as unknown as { readonly opened: string; readonly openedTop: number };
    const start = performance.now();
    history.back();
    return new Promise((resolve) => {
      const look = () => {
        const top = document.querySelector(`[role=feed] h3 a[href="${opened}"]`)?.getBoundingClientRect().top;
        const done = () => resolve({ backMs: performance.now() - start, offPx: Math.abs((top ?? 0) - openedTop) });
        requestAnimationFrame(top === undefined ? look : done);
      };
      look();
    });
  });
}

/** Presses End, and tells how long until the last row stands in sight with its headline. */
function jumpToEnd(): Promise<number> {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }));
  return new Promise((resolve) => {
    const look = () => {
      const last = document.querySelector('[role=feed] > article:last-of-type');
      const isLast = last?.getAttribute('aria-posinset') === last?.getAttribute('aria-setsize');
      const isSeen = isLast && last?.querySelector('h3') && last.getBoundingClientRect().bottom <= innerHeight + 1;
      requestAnimationFrame(isSeen ? () => resolve(performance.now() - start) : look);
    };
    look();
  });
}

async function heapMb(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}
