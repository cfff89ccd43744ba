/** How many tests or checks passed, and how many did not. */
export type Tally = { readonly passed: number; readonly failed: number };

/** One check, passed or failed. */
export function tallyOf(isPassed: boolean): Tally {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** All of them together. */
export function plus(...tallies: readonly Tally[]): Tally {
  const sum = (part: keyof Tally) => tallies.reduce((total, tally) => total + tally[part], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}
