import type { CalendarYear } from '#shared/archive.ts';
import { addDays, daysBetween, readCalendars, weekdayOf } from '#shared/calendar.ts';
import type { Day } from '#shared/post.ts';
import { Squares } from './Squares.tsx';

type Props = {
  /** The archive's last day, with which the map ends. */
  readonly last: Day;
  /** The years the map reaches into. One that is missing is drawn without posts. */
  readonly calendars: readonly CalendarYear[];
};

const WEEKS = 26;

/** The last 26 weeks, a column each, Monday on top. A picture: what holds it says what it leads to. */
export function CalendarMap({ last, calendars }: Props) {
  const factsOf = readCalendars(calendars);
  const days = daysBetween(firstDayOfMap(last), last);
  const squares = days.map((day, index) => ({
    column: Math.floor(index / 7),
    row: weekdayOf(day),
    facts: factsOf(day),
  }));
  return <Squares squares={squares} columns={WEEKS} rows={7} />;
}

/** The Monday on which the map that ends with a day begins. Its year and that of `last` are the calendars to ask for. */
export function firstDayOfMap(last: Day): Day {
  return addDays(last, -weekdayOf(last) - 7 * (WEEKS - 1));
}
