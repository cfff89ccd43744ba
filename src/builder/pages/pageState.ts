import type { DayCount } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import { postedDays } from '#builder/feeds/postedDays.ts';
import type { DataFiles } from '#builder/files/dataFile.ts';
import type { Ledger } from '#builder/ledger/Ledger.ts';
import type { DayNote } from '#builder/ledger/notes.ts';
import type { Border } from '#builder/ledger/root.ts';
import { compareText } from '#builder/report.ts';
import type { Touched } from '#builder/Touched.ts';

/** An archive at one moment, as far as its pages go. */
export type PageState = {
  /** Its days with posts, the oldest first. */
  readonly days: readonly DayCount[];
  readonly note: (day: Day) => DayNote | null;
  /** The oldest day whose articles have pages; null where none has. */
  readonly border: Border | null;
};

/** The archive as this publish leaves it, with pages for so many articles. */
export function stateAfter(files: DataFiles, ledger: Pick<Ledger, 'day'>, count: number): PageState {
  const days = [...postedDays(files)].toReversed();
  return { days, note: (day) => ledger.day(day), border: borderOf(days, count) };
}

/** The archive as the publish before left it, out of what this one changed; its pages ended at this border. */
export function stateBefore(after: PageState, touched: Pick<Touched, 'days'>, border: Border | null): PageState {
  const kept = after.days.filter(({ day }) => !touched.days.has(day));
  const changed = [...touched.days].flatMap(([day, note]) => (note ? [{ day, count: note.posts.length }] : []));
  return {
    days: [...kept, ...changed].toSorted((a, b) => compareText(a.day, b.day)),
    note: (day) => (touched.days.has(day) ? (touched.days.get(day) ?? null) : after.note(day)),
    border,
  };
}

/** Where the newest `count` posts end. */
export function borderOf(days: readonly DayCount[], count: number): Border | null {
  let left = count;
  let border: Border | null = null;
  for (const { day, count: ofDay } of days.toReversed()) {
    if (left <= 0) break;
    border = { day, count: Math.min(left, ofDay) };
    left -= ofDay;
  }
  return border;
}

/** The days beside one that have posts; null at either end. The day itself may have none. */
export function daysBeside({ days }: PageState, day: Day): { readonly newer: Day | null; readonly older: Day | null } {
  const position = positionAfter(days, day);
  const own = days[position - 1]?.day === day ? 1 : 0;
  return { newer: days[position]?.day ?? null, older: days[position - 1 - own]?.day ?? null };
}

/** Where the first day after one stands. By halves, since it is asked for every day of a long archive. */
function positionAfter(days: readonly DayCount[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = days[middle];
    if (there !== undefined && there.day <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
