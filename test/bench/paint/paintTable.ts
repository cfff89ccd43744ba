import type { PaintRow } from './paintRows.ts';

const COLUMNS: Readonly<Record<string, number>> = {
  site: 8,
  step: 14,
  text: 6,
  best: 6,
  FCP: 6,
  LCP: 6,
  CLS: 6,
  TBT: 6,
  requests: 8,
  KiB: 7,
  'no script': 9,
};

/** The head of the table, in Markdown. Times are in milliseconds, bytes in KiB. */
export function paintHead(): string {
  return `${lineOf(Object.keys(COLUMNS))}\n${lineOf(Object.values(COLUMNS).map((width) => '-'.repeat(width)))}`;
}

/** A line of the table. */
export function paintLine(row: PaintRow): string {
  const { site, step, textMs, bestTextMs, fcpMs, lcpMs, cls, tbtMs, requests, bytes, withoutScriptBytes } = row;
  const times = [textMs, bestTextMs, fcpMs, lcpMs].map(whole);
  return lineOf([
    ...[site, step, ...times, cls.toFixed(3), whole(tbtMs), String(requests)],
    ...[inKib(bytes), withoutScriptBytes === null ? '–' : inKib(withoutScriptBytes)],
  ]);
}

/** Bytes in KiB, to a tenth. */
export function inKib(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function whole(number: number | null): string {
  return number === null ? '–' : number.toFixed(0);
}

function lineOf(cells: readonly string[]): string {
  const widths = Object.values(COLUMNS);
  return `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
}
