import type { LaunchOptions } from '@playwright/test';
import * as candidates from './chromiumCandidate.ts';
import { installFromDebian, installFromNpm, installFromPlaywright } from './installChromium.ts';

// The test runner's workers load its configuration again; what was found once is handed down to them here.
const FOUND = 'BROADSHEET_CHROMIUM';

const WAYS: readonly (() => candidates.Candidate[] | Promise<candidates.Candidate[]>)[] = [
  candidates.namedCandidates,
  candidates.playwrightCandidates,
  candidates.systemCandidates,
  installFromDebian,
  installFromPlaywright,
  installFromNpm,
];

/**
 * How to launch a Chromium that has just been launched for trial: the one named by `CHROMIUM_PATH`, Playwright's, the
 * system's, or else one installed now. Throws with everything that was tried when none starts.
 */
export async function findChromium(): Promise<LaunchOptions> {
  const known = process.env[FOUND];
  if (known) return candidates.launchOptionsOf(JSON.parse(known));
  const tried: string[] = [];
  for (const way of WAYS) {
    const found = await firstThatStarts(way, tried);
    if (!found) continue;
    process.env[FOUND] = JSON.stringify(found);
    return candidates.launchOptionsOf(found);
  }
  throw new Error(`No Chromium starts here. Install one, or set CHROMIUM_PATH. Tried:\n- ${tried.join('\n- ')}`);
}

async function firstThatStarts(way: (typeof WAYS)[number], tried: string[]): Promise<candidates.Candidate | null> {
  try {
    for (const candidate of await way()) {
      const fault = await candidates.faultOf(candidate);
      if (fault === null) return candidate;
      tried.push(`${candidate.name}: ${fault}`);
    }
  } catch (error) {
    tried.push(candidates.firstLine(error)); // An installation that fails is one way less, not the end.
  }
  return null;
}
