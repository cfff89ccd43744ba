import type { Step } from './measureReader.ts';
import type { SiteName } from './paintOptions.ts';
import type { PaintRow } from './paintRows.ts';
import { inKib } from './paintTable.ts';

/** A figure against what it may be at most. */
export type Budget = {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly inWords: (figure: number) => string;
};

type Limit = Omit<Budget, 'measured'>;

const ARTICLE: Limit = {
  what: 'cold article: text of ours beside hand-written',
  most: 1.2,
  inWords: (ratio) => `${ratio.toFixed(2)} ×`,
};
const BEST: Limit = { ...ARTICLE, what: 'the same, the best of all runs' };
const SHIFT: Limit = {
  what: 'layout shift: the worst of ours',
  most: 0.0049, // What is shown as 0.00.
  inWords: (shift) => shift.toFixed(2),
};
const OFFLINE: Limit = {
  what: 'offline start: text of ours',
  most: 1000,
  inWords: (timeMs) => `${Math.round(timeMs)} ms`,
};
const HOME: Limit = {
  what: 'home: HTML, style sheets and data of ours',
  most: 20 * 1024,
  inWords: (bytes) => `${inKib(bytes)} KiB`,
};

/** The budgets that can be told from these rows. */
export function budgetsOf(rows: readonly PaintRow[]): readonly Budget[] {
  const rowOf = (site: SiteName, step: Step) => rows.find((row) => row.site === site && row.step === step);
  const [ours, hand] = [rowOf('ours', 'cold article'), rowOf('hand', 'cold article')];
  const shifts = rows.filter(({ site }) => site === 'ours').map(({ mostCls }) => mostCls);
  const home = rowOf('ours', 'cold home')?.withoutScriptBytes;
  const offline = rowOf('ours', 'offline start');
  const budgets: (Budget | null)[] = [
    ours && hand ? { ...ARTICLE, measured: ours.textMs / hand.textMs } : null,
    ours && hand ? { ...BEST, measured: ours.bestTextMs / hand.bestTextMs } : null,
    shifts.length > 0 ? { ...SHIFT, measured: Math.max(...shifts) } : null,
    home ? { ...HOME, measured: home } : null,
    offline ? { ...OFFLINE, measured: offline.textMs } : null,
  ];
  return budgets.filter((one) => one !== null);
}

/** Whether a figure keeps within its budget, as a line. */
export function budgetLine({ what, measured, most, inWords }: Budget): string {
  return `${measured <= most ? 'ok  ' : 'over'} ${what}: ${inWords(measured)}, at most ${inWords(most)}`;
}
