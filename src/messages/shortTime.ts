import { clockOf, dayName } from './format.ts';
import type { Messages } from './messages.ts';

/** A time as narrow columns have it: today's clock, yesterday, or the day in numbers; the year only where it is another. */
export function shortTime(time: string, today: string, m: Messages): string {
  const day = time.slice(0, 10);
  const { name } = dayName(day, today, m);
  if (name === m.today) return clockOf(time) ?? name;
  if (name === m.yesterday) return name;
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(m.locale, {
    ...year,
    month: 'numeric',
    day: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  }).format(new Date(day));
}
