import type { Browser, BrowserContext } from 'playwright';
import { AS_IS } from '../listMeasures.ts';
import type { Step } from './measureReader.ts';
import type { PaintSite, Target } from './paintSite.ts';
import type { CountedSite } from './serveCounted.ts';
import { asNewReader, openPage } from './visit.ts';

/** Bytes of HTML, style sheets and data that the pages need, by the step in which they are opened cold. */
export type Weights = { readonly [step in Step]?: number };

/**
 * Weighs the pages of a site: compressed bodies, without script, and with Data Saver on, so that nothing is asked for
 * ahead of its need.
 */
export async function weighPages(browser: Browser, site: PaintSite, server: CountedSite): Promise<Weights> {
  const weigh = (target: Target) => weighPage(browser, target, server);
  const { home, newest, old } = site.targets;
  return {
    'cold home': await weigh(home),
    'cold article': await weigh(newest),
    ...(site.hasFallback && { 'cold fallback': await weigh(old) }),
  };
}

async function weighPage(browser: Browser, target: Target, server: CountedSite): Promise<number> {
  const open = async (context: BrowserContext) => {
    await openPage(context, { target, server, profile: AS_IS, isSavingData: true });
    const textual = server.take().filter(({ kind }) => kind === 'html' || kind === 'css' || kind === 'data');
    return textual.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0);
  };
  return asNewReader(browser, open, { serviceWorkers: 'block' });
}
