const QUIET_MS = 1000;
const LONGEST_MS = 10_000;

/** Resolves once a second has brought nothing to this page and it has nothing to do, or after some ten seconds. */
export async function untilCalm(): Promise<void> {
  const endMs = performance.now() + LONGEST_MS;
  for (let before = -1; countLoaded() !== before && performance.now() < endMs; ) {
    before = countLoaded();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
  // Not in Safari.
  if ('requestIdleCallback' in globalThis)
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: QUIET_MS }));
}

function countLoaded(): number {
  return performance.getEntriesByType('resource').length;
}
