import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { publishAndServe } from '../browser/publishAndServe.ts';
import { findChromium } from '../tools/findChromium.ts';
import { inMs, printFigure, quantile } from './figures.ts';
import { inventPost } from './inventPost.ts';

const ARTICLES = 300;
const HUGE_BYTES = 8 * 1024 * 1024;

/** What an article costs the page: cleaning and attaching its text, and how an enormous one behaves. */
export async function articleBench(): Promise<void> {
  const browser = await chromium.launch(await findChromium());
  try {
    await attachBench(browser);
    const sentence = '港口的吊机在雨里一直没有停，<b>夜班</b>的人说这是常有的事。';
    await hugeBench(browser, 'short paragraphs', `<p>${sentence.repeat(4)}</p>`, '');
    await hugeBench(browser, 'one paragraph', sentence, '<p>');
  } finally {
    await browser.close();
  }
}

/** DOMPurify and attaching, as the page does it, with the layout that follows. */
async function attachBench(browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
  const lib = { entry: 'src/article/sanitize.ts', formats: ['iife' as const], name: 'article', fileName: 'sanitize' };
  const out = { lib, outDir: folder, emptyOutDir: true };
  await build({ configFile: false, logLevel: 'warn', publicDir: false, build: out });
  const page = await browser.newPage();
  await page.addScriptTag({ path: join(folder, 'sanitize.iife.js') });
  const texts = Array.from({ length: ARTICLES }, (_text, place) =>
    inventPost(place, 1000).text.replace(/^---.*?---/s, ''),
  );
  const times = await page.evaluate(attachEach, texts);
  const bytes = quantile(
    texts.map((text) => Buffer.byteLength(text)),
    0.5,
  );
  const figures = { median: inMs(quantile(times, 0.5)), p99: inMs(quantile(times, 0.99)) };
  printFigure(`DOMPurify and attach, ${(bytes / 1024).toFixed(1)} KB, ${ARTICLES} articles`, figures);
  await page.close();
  await rm(folder, { recursive: true });
}

function attachEach(texts: readonly string[]): number[] {
  // The module built above.
  const { article } = window as unknown as { article: { sanitize: (html: string) => DocumentFragment } };
  const root = document.body;
  return texts.map((text) => {
    const start = performance.now();
    root.replaceChildren(article.sanitize(text));
    root.getBoundingClientRect();
    return performance.now() - start;
  });
}

/** A post of 8 MB: when it can be read, when all of it is there, and the longest freeze on the way. */
async function hugeBench(browser: Browser, kind: string, piece: string, open: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
  await mkdir(join(folder, '_posts'));
  const body = open + piece.repeat(Math.floor((HUGE_BYTES - 200) / Buffer.byteLength(piece)) - 1);
  await writeFile(join(folder, '_posts', '2024-05-01-huge.html'), `---\ntitle: 长文\n---\n${body}<p>全文完。</p>`);
  const site = await publishAndServe(folder);
  const page = await browser.newPage();
  await page.addInitScript(watchFreezes);
  const start = performance.now();
  await page.goto(new URL('2024/05/01/huge.html', site.url).href, { waitUntil: 'commit' });
  await page.locator('.article-body p').first().waitFor();
  const readable = performance.now() - start;
  await page.getByText('全文完。').waitFor({ state: 'attached', timeout: 120_000 });
  const whole = performance.now() - start;
  const longest = await longestFreeze(page);
  printFigure(`8 MB of ${kind}`, { readable: inMs(readable), whole: inMs(whole), 'longest freeze': inMs(longest) });
  await page.close();
  await site.close();
  await rm(folder, { recursive: true });
}

function watchFreezes(): void {
  const freezes: number[] = [];
  Object.assign(window, { freezes });
  const watcher = new PerformanceObserver((list) => freezes.push(...list.getEntries().map(({ duration }) => duration)));
  watcher.observe({ type: 'longtask', buffered: true });
}

async function longestFreeze(page: Page): Promise<number> {
  await page.waitForTimeout(1000); // Freezes are told a little after they end.
  // Set by `watchFreezes`.
  return page.evaluate(() => Math.max(0, ...(window as unknown as { freezes: number[] }).freezes));
}
