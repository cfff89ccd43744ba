/** A figure of a bench as a line: what was measured, and the numbers with their unit. */
export function printFigure(what: string, numbers: Readonly<Record<string, string>>): void {
  const parts = Object.entries(numbers).map(([name, number]) => `${name} ${number}`);
  console.log(`  ${what.padEnd(44)} ${parts.join('  ')}`);
}

/** The value below which a part of all values lie: 0.5 is the median. Zero of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Milliseconds, to a hundredth below ten. */
export function inMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
}
