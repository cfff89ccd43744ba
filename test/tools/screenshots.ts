import { chromium } from 'playwright';
import { publishAndServe } from '../browser/publishAndServe.ts';
import { findChromium } from './findChromium.ts';

const SCREENS = { wide: { width: 1024, height: 640 }, narrow: { width: 390, height: 844 } } as const;

/** Takes the demo's screenshots anew, after a build: `node test/tools/run.mjs test/tools/screenshots.ts`. */
export async function main(): Promise<number> {
  const site = await publishAndServe('demo', ['--future']);
  const browser = await chromium.launch(await findChromium());
  for (const [name, viewport] of Object.entries(SCREENS)) {
    const page = await browser.newPage({ viewport, serviceWorkers: 'block' });
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `demo/pictures/screen-${name}.png` });
  }
  await browser.close();
  await site.close();
  return 0;
}
