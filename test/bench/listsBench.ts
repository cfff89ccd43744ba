import { type Browser, chromium } from 'playwright';
import { publishGenerated } from '../browser/publishAndServe.ts';
import { findChromium } from '../tools/findChromium.ts';
import { inMs, printFigure, quantile } from './figures.ts';
import {
  droppedFrames,
  type ListFigures,
  measureList,
  type Profile,
  PROFILES,
  slowDown,
  timed,
} from './listMeasures.ts';
import { servePlainList } from './plainList.ts';

const SIZES = [100, 10_000, 100_000];
const RUNS = 3;
/** A plain page of more rows does not load within minutes. */
const PLAIN_MOST = 10_000;
const DESKTOP = { viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' } as const;

/**
 * What a list costs at three lengths, as the machine is and slowed down, beside a plain page of all its rows. Medians;
 * bytes are what the page unpacks until the first rows stand there.
 */
export async function listsBench(): Promise<void> {
  const browser = await chromium.launch(await findChromium());
  try {
    for (const size of SIZES) {
      const site = await publishGenerated(size, 1000);
      for (const profile of PROFILES) await benchSite(browser, site.url, { size, profile });
      await site.close();
      if (size > PLAIN_MOST) continue;
      for (const profile of PROFILES) await benchPlain(browser, { size, profile });
    }
  } finally {
    await browser.close();
  }
}

type Case = { readonly size: number; readonly profile: Profile };

async function benchSite(browser: Browser, url: string, { size, profile }: Case): Promise<void> {
  const runs: ListFigures[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage(DESKTOP);
    runs.push(await measureList(page, url, profile));
    await page.close();
  }
  printFigure(`${size} posts, profile ${profile.name}`, mediansOf(runs));
}

function mediansOf(runs: readonly ListFigures[]): Readonly<Record<string, string>> {
  const names = Object.keys(runs[0] ?? {}) as (keyof ListFigures)[]; // The keys of the type.
  const medians = names.map((name): [string, string] => {
    const values = runs.map((figures) => figures[name]);
    return [name, quantile(values, 0.5).toFixed(name === 'heap MB' || name === 'back off by px' ? 1 : 0)];
  });
  return Object.fromEntries(medians);
}

async function benchPlain(browser: Browser, { size, profile }: Case): Promise<void> {
  const plain = await servePlainList(size);
  const page = await browser.newPage(DESKTOP);
  const devtools = await slowDown(page, profile);
  const firstRows = await timed(async () => {
    await page.goto(plain.url, { waitUntil: 'commit' });
    await page.locator('h3').nth(18).waitFor();
  });
  await page.waitForLoadState();
  const dropped = await droppedFrames(page);
  const nodes = await page.evaluate(() => document.querySelectorAll('main *').length);
  await devtools.send('HeapProfiler.collectGarbage');
  const jump = await timed(async () => {
    await page.keyboard.press('End');
    await page.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
  });
  printFigure(`${size} posts in a plain page, profile ${profile.name}`, {
    'first rows': inMs(firstRows),
    KB: String(Math.round(plain.bytes / 1024)),
    nodes: String(nodes),
    'dropped of 120': String(dropped),
    'jump to end': inMs(jump),
  });
  await page.close();
  plain.close();
}
