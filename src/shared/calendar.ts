// The arithmetic of calendars that are drawn. Days are those of the site's zone; none is asked for here.
import type { CalendarYear } from './archive.ts';
import type { Day } from './post.ts';

/** How busy a day was among the others of its calendars: 0 without posts, 4 in the busiest quarter. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** All that a calendar says of a day. */
export type DayFacts = {
  readonly day: Day;
  readonly count: number;
  readonly level: Level;
  /** Whether it has no posts although such days mostly have. */
  readonly isGap: boolean;
  readonly problems: number;
};

const DAY_MS = 86_400_000;

/** The day a number of days after another, or before it when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days from one to another, both included; none when the second is earlier. */
export function daysBetween(first: Day, last: Day): readonly Day[] {
  const length = Math.max(0, (Date.parse(last) - Date.parse(first)) / DAY_MS + 1);
  return Array.from({ length }, (_day, index) => addDays(first, index));
}

/** The days of a month, `2022-05`. */
export function daysOfMonth(month: string): readonly Day[] {
  return daysBetween(`${month}-01`, addDays(`${addMonths(month, 1)}-01`, -1));
}

/** The month a number of months after another, or before it when negative. */
export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (number ?? 1) - 1 + months)).toISOString().slice(0, 7);
}

/** The day of the week, 0 for Monday. */
export function weekdayOf(day: Day): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** Tells what calendars say of any day. Its level is that among all their days; a day in none of them has no posts. */
export function readCalendars(calendars: readonly CalendarYear[]): (day: Day) => DayFacts {
  const counts = new Map<Day, number>();
  for (const { year, counts: ofYear } of calendars) {
    ofYear.forEach((count, index) => counts.set(addDays(`${year}-01-01`, index), count));
  }
  const gaps = new Set(calendars.flatMap(({ gaps }) => gaps));
  const problems = new Map(
    calendars.flatMap(({ problems }) => problems.map(({ day, count }) => [day, count] as const)),
  );
  const levelOf = levelsAmong([...counts.values()]);
  return (day) => {
    const count = counts.get(day) ?? 0;
    return { day, count, level: levelOf(count), isGap: gaps.has(day), problems: problems.get(day) ?? 0 };
  };
}

// By rank, so that one day of a hundred posts does not pale all others. Equal days share the middle of their ranks.
function levelsAmong(counts: readonly number[]): (count: number) => Level {
  const busy = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  return (count) => {
    if (count === 0) return 0;
    const rank = (busy.indexOf(count) + busy.lastIndexOf(count) + 1) / 2 / busy.length;
    if (rank < 0.25) return 1;
    if (rank < 0.5) return 2;
    return rank < 0.75 ? 3 : 4;
  };
}
