import type { Browser } from 'playwright';
import { AS_IS, PHONE } from '../listMeasures.ts';
import { measureReader, type Reading } from './measureReader.ts';
import type { SiteReadings } from './paintRows.ts';
import type { PaintSite } from './paintSite.ts';
import { type CountedSite, serveCounted } from './serveCounted.ts';
import { type Weights, weighPages } from './weighPages.ts';

/** On a busy machine a browser may be too late for anything. */
const TRIES = 3;

type Served = {
  readonly site: PaintSite;
  readonly server: CountedSite;
  readonly weights: Weights;
  readonly readings: Reading[];
};

/**
 * Reads every site that many times, taking turns, so that what disturbs the machine disturbs all of them. A reading that
 * fails again and again is left out, and said; throws when a site cannot be read at all.
 */
export async function measureSites(
  browser: Browser,
  sites: readonly PaintSite[],
  runs: number,
): Promise<readonly SiteReadings[]> {
  const all: Served[] = [];
  try {
    for (const site of sites) all.push(await prepare(browser, site, await serveCounted(site)));
    for (let run = 1; run <= runs; run++) {
      for (const { site, server, readings } of all) {
        const reading = await tryAgain(() => measureReader(browser, { site, server, profile: PHONE }));
        if (reading) readings.push(reading);
      }
      console.log(`run ${run} of ${runs}`);
    }
  } finally {
    await Promise.all(all.map(({ server }) => server.close()));
  }
  return all.map(({ site, weights, readings }) => ({ name: site.name, weights, readings }));
}

/** Weighs the site, and reads it once that does not count: after that every file is compressed. */
async function prepare(browser: Browser, site: PaintSite, server: CountedSite): Promise<Served> {
  const first = await tryAgain(() => measureReader(browser, { site, server, profile: AS_IS }));
  const weights = await tryAgain(() => weighPages(browser, site, server));
  if (first && weights) return { site, server, weights, readings: [] };
  await server.close();
  throw new Error(`${site.name} cannot be read: see above.`);
}

async function tryAgain<T>(run: () => Promise<T>): Promise<T | null> {
  for (let tried = 1; tried <= TRIES; tried++) {
    try {
      return await run();
    } catch (cause) {
      console.log(`Try ${tried} of ${TRIES} failed. ${String(cause).split('\n', 1)[0]}`);
    }
  }
  return null;
}
