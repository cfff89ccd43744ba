import type { KeyboardEvent } from 'react';
import { addDays, addMonths, daysOfMonth } from '#shared/calendar.ts';
import type { Day } from '#shared/post.ts';

/** The days among which a cursor moves, both ends included. */
export type DayRange = { readonly first: Day; readonly last: Day };

const STEPS: Readonly<Record<string, (day: Day, range: DayRange) => Day>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => inMonthBeside(day, -1),
  PageDown: (day) => inMonthBeside(day, 1),
  Home: (_day, { first }) => first,
  End: (_day, { last }) => last,
};

/** The day to which a key leads from another, never out of the range. Null for any other key, or one with a modifier. */
export function stepFrom(day: Day, { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, range: DayRange) {
  const step = STEPS[key];
  if (!step || altKey || ctrlKey || metaKey || shiftKey) return null;
  const next = step(day, range);
  if (next < range.first) return range.first;
  return next > range.last ? range.last : next;
}

// From 31 May to 30 June: the last day of a month that is shorter.
function inMonthBeside(day: Day, step: -1 | 1): Day {
  const days = daysOfMonth(addMonths(day.slice(0, 7), step));
  return days[Number(day.slice(8)) - 1] ?? days.at(-1) ?? day;
}
