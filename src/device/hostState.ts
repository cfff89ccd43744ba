// Whether the site's host answers. A device may be online, and the host out of order or out of reach.
import { isSiteBack } from '#data/isSiteBack.ts';
import { onSilence } from '#data/silence.ts';
import { tryCalmly } from './tryCalmly.ts';

/** A host that answers for itself is not asked again so soon, whatever else of it does not come. */
const REST_MS = 10_000;
/** Nobody waits in front of a failed screen, so that hours without a host cost little. */
const LONGEST_MS = 60_000;

let isAway = false;
let isAsking = false;
let answeredMs = -Infinity;

/** Whether the host is known not to answer. */
export function isHostAway(): boolean {
  return isAway;
}

/**
 * Calls when the host is found to be away, and when it is back. It is asked itself, past all kept copies, once anything
 * it should have given did not come, and from then on until it answers with a page of this site.
 */
export function followHost(changed: () => void): void {
  const become = (away: boolean) => {
    isAway = away;
    changed();
  };
  const ask = async () => {
    if (isAsking || !navigator.onLine) return;
    isAsking = true;
    await new Promise((resolve) => setTimeout(resolve, answeredMs + REST_MS - performance.now()));
    const end = () => {
      isAsking = false;
      answeredMs = performance.now();
      if (isAway) become(false);
    };
    if (await isSiteBack()) return end();
    become(true);
    tryCalmly(isSiteBack, end, { longestMs: LONGEST_MS });
  };
  onSilence(() => void ask());
}
