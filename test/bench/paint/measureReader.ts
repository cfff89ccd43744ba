import type { Browser, BrowserContext, Page } from 'playwright';
import type { Profile } from '../listMeasures.ts';
import type { PaintSite, Target } from './paintSite.ts';
import type { CountedSite } from './serveCounted.ts';
import { asNewReader, openPage, untilShown, type Visit } from './visit.ts';
import { readVitals, type Vitals } from './watchVitals.ts';

/** What a reader does, in the order of the table. */
export const STEPS = [
  ...(['cold home', 'cold article', 'cold fallback', 'list → article', 'back'] as const),
  ...(['second visit', 'offline start'] as const),
] as const;

export type Step = (typeof STEPS)[number];

/** What one step took. `textMs` is from the request, or the click, to the frame with the text. */
export type Figures = Vitals & { readonly textMs: number; readonly requests: number; readonly bytes: number };

/** Of a site that answers for all by its files, nothing opens through a fallback, nor offline. */
export type Reading = { readonly [step in Step]?: Figures };

const HEADER_BYTES = 250;

type Place = { readonly site: PaintSite; readonly server: CountedSite; readonly profile: Profile };

/** Has a reader do all steps on a site, each cold one in a browser that knows nothing. */
export async function measureReader(browser: Browser, place: Place): Promise<Reading> {
  const { targets, hasFallback } = place.site;
  return {
    ...(await fromHome(browser, place)),
    'cold article': await coldArticle(browser, place, targets.newest),
    ...(hasFallback && { 'cold fallback': await coldArticle(browser, place, targets.old) }),
  };
}

async function coldArticle(browser: Browser, { server, profile }: Place, target: Target): Promise<Figures> {
  return asNewReader(browser, async (context) =>
    loadFigures(await openPage(context, { target, server, profile }), server),
  );
}

async function fromHome(browser: Browser, { site, server, profile }: Place): Promise<Reading> {
  const { home, list, listed } = site.targets;
  return asNewReader(browser, async (context) => {
    const opening = { target: home, server, profile };
    const visit = await openPage(context, opening);
    const coldHome = await loadFigures(visit, server);
    const row = visit.page.locator('a', { hasText: list.sought.text }).first();
    await row.scrollIntoViewIfNeeded();
    await visit.untilIdle();
    const open = () => row.click({ noWaitAfter: true });
    const listToArticle = await moveFigures(visit, server, { target: listed, move: open });
    const back = await moveFigures(visit, server, { target: list, move: goBack });
    await visit.page.close();
    const second = await loadFigures(await openPage(context, opening), server);
    const online = { 'cold home': coldHome, 'list → article': listToArticle, back, 'second visit': second };
    return site.hasFallback ? { ...online, 'offline start': await offlineStart(context, opening) } : online;
  });
}

/** Opens a page anew without any network. The worker has kept what it needs. */
async function offlineStart(context: BrowserContext, opening: Parameters<typeof openPage>[1]): Promise<Figures> {
  await context.setOffline(true);
  // A slow network in its place would be one.
  const profile = { ...opening.profile, isThrottled: false };
  return loadFigures(await openPage(context, { ...opening, profile }), opening.server);
}

async function loadFigures({ page }: Visit, server: CountedSite): Promise<Figures> {
  const textMs = (await untilShown(page)) - (await page.evaluate(() => performance.timeOrigin));
  return { textMs, ...(await page.evaluate(readVitals)), ...traffic(server) };
}

type Move = { readonly target: Target; readonly move: (page: Page) => Promise<void> };

/** Figures of a move within the site, whether it loads a page or not. */
async function moveFigures({ page, untilIdle }: Visit, server: CountedSite, { target, move }: Move): Promise<Figures> {
  server.take();
  await page.evaluate((sought) => {
    Object.assign(window.vitals, { shift: 0, freezes: [] });
    window.seek(sought);
  }, target.sought);
  await move(page);
  const shownAt = await untilShown(page);
  await untilIdle();
  const inputAt = await page.evaluate(() => Number(sessionStorage.getItem('inputAt')));
  // Paints are only told of loads.
  const { cls, tbtMs } = await page.evaluate(readVitals);
  return { textMs: shownAt - inputAt, fcpMs: null, lcpMs: null, cls, tbtMs, ...traffic(server) };
}

async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    sessionStorage.setItem('inputAt', String(performance.timeOrigin + performance.now()));
    setTimeout(() => history.back()); // The call from here must end before its page does.
  });
}

function traffic(server: CountedSite): Pick<Figures, 'requests' | 'bytes'> {
  const answers = server.take();
  return {
    requests: answers.length,
    bytes: answers.reduce((sum, { bodyBytes }) => sum + bodyBytes + HEADER_BYTES, 0),
  };
}
