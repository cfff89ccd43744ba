import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../tools/findChromium.ts';
import { printFigure } from './figures.ts';
import { generatePosts } from './generatePosts.ts';
import { inventNews } from './inventNews.ts';
import { type Profile, PROFILES, slowDown } from './listMeasures.ts';
import { type CountedSite, serveCounted } from './paint/serveCounted.ts';

const COUNT = 9000;
/** The invented archive has so many times more a day: then its May has the posts. */
const SKIP = 2.69;
const PATIENCE_MS = 30 * 60_000;

/** What it costs to take along a month of 9,000 articles, as the machine is and slowed down, and what it takes of the device. */
export async function alongBench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-along-'));
  const browser = await chromium.launch(await findChromium());
  try {
    await generatePosts(join(folder, 'posts'), COUNT, (place) => inventNews(Math.floor(place * SKIP)));
    const args = ['dist/cli.js', 'publish', join(folder, 'posts'), join(folder, 'site'), '--pages', 'none'];
    await promisify(execFile)(process.execPath, args);
    const site = await serveCounted({ folder: join(folder, 'site'), hasFallback: true });
    for (const profile of PROFILES) await measure(browser, site, profile);
    await site.close();
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(browser: Browser, site: CountedSite, profile: Profile): Promise<void> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await openMonth(page, site);
  await slowDown(page, profile);
  const usedBefore = await usedBytes(page);
  site.take();
  const start = performance.now();
  await page.getByRole('button', { name: '存到本机' }).click();
  const total = page.getByText(/本机有 31 天/);
  await total.waitFor({ timeout: PATIENCE_MS });
  const seconds = (performance.now() - start) / 1000;
  const articles = Number(/([\d,]+) 篇/.exec(await total.innerText())?.[1]?.replace(',', ''));
  const answers = site.take();
  const sent = answers.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0);
  const kept = (await usedBytes(page)) - usedBefore;
  printFigure(`a month, profile ${profile.name}`, {
    articles: String(articles),
    requests: String(answers.length),
    sent: `${(sent / 1e6).toFixed(1)} MB (${Math.round(sent / articles)} B an article)`,
    kept: `${(kept / 1e6).toFixed(1)} MB (${Math.round(kept / articles)} B an article)`,
    took: `${seconds.toFixed(0)} s`,
  });
  await page.context().close();
}

/** The screen with all of May chosen, without what comes by itself. */
async function openMonth(page: Page, { origin }: CountedSite): Promise<void> {
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate(() => localStorage.setItem('broadsheet:settings', '{"along":"0","locale":"zh-Hans"}'));
  await page.goto(origin);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(`${origin}/offline/?month=2024-05`);
  await page.getByRole('button', { name: '选整个月' }).click();
  await page.getByText(/已选 31 天/).waitFor();
}

function usedBytes(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
}
