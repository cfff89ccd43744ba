import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { type Profile, slowDown } from '../listMeasures.ts';
import type { Target } from './paintSite.ts';
import type { CountedSite } from './serveCounted.ts';
import { watchText } from './watchText.ts';
import { watchVitals } from './watchVitals.ts';

/** A reader of the archive, with a phone. */
const READER = { viewport: { width: 412, height: 823 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
const CONTEXT_MS = 180_000;
const STEP_MS = 60_000;
const QUIET_MS = 500;
const LOOK_EVERY_MS = 100;
const MOST_WAIT_MS = 20_000;

/** A tab with a page in it. */
export type Visit = {
  readonly page: Page;
  /** Resolves when nothing was asked for and nothing froze for half a second, or after twenty. */
  readonly untilIdle: () => Promise<void>;
};

/** Runs something in a browser that knows nothing yet. Rejects when it takes minutes. */
export async function asNewReader<T>(
  browser: Browser,
  run: (context: BrowserContext) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({ ...READER, ...options });
  context.setDefaultTimeout(STEP_MS);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('It took more than three minutes.')), CONTEXT_MS);
  });
  try {
    return await Promise.race([run(context), late]);
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}

type Opening = {
  readonly target: Target;
  readonly server: CountedSite;
  readonly profile: Profile;
  readonly isSavingData?: boolean;
};

/** Opens a page in a new tab, and waits for its text and for idleness. Counting begins here. */
export async function openPage(context: BrowserContext, opening: Opening): Promise<Visit> {
  const { target, server, profile, isSavingData = false } = opening;
  const page = await context.newPage();
  const untilIdle = idleness(page, server);
  const devtools = await slowDown(page, profile);
  if (isSavingData) await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
  await page.addInitScript(watchVitals);
  await page.addInitScript(watchText, target.sought);
  server.take();
  await page.goto(server.origin + target.address, { waitUntil: 'commit' });
  await untilShown(page);
  await untilIdle();
  return { page, untilIdle };
}

/** Resolves with the time at which what the page seeks came on screen, in whatever document it is by then. */
export async function untilShown(page: Page): Promise<number> {
  const shown = await page.waitForFunction(() => window.shownAt, null, { polling: LOOK_EVERY_MS });
  return shown.jsonValue();
}

function idleness(page: Page, server: CountedSite): () => Promise<void> {
  let asked = 0;
  page.on('request', () => asked++);
  page.on('requestfinished', () => asked--);
  page.on('requestfailed', () => asked--);
  return async () => {
    const startMs = Date.now();
    let quietSinceMs = startMs;
    for (let last = ''; Date.now() < startMs + MOST_WAIT_MS; ) {
      const freezes = await page.evaluate(() => window.vitals.freezes.length);
      const now = `${server.count()} ${freezes}`;
      if (now !== last || asked > 0) quietSinceMs = Date.now();
      if (Date.now() - quietSinceMs > QUIET_MS) return;
      last = now;
      await page.waitForTimeout(LOOK_EVERY_MS);
    }
  };
}
