// Days and times are wall clock in the site's zone. They are formatted as if they were UTC, so the device's zone is
// never asked.
import type { Messages } from './messages.ts';

const DAY_MS = 86_400_000;
const DATE = { year: 'numeric', month: 'long', day: 'numeric' } as const;

/** A day as a list's header says it: `today`, `yesterday` or its date, without the year when it is this year's. */
export function dayName(day: string, today: string, m: Messages): { readonly name: string; readonly full: string } {
  const full = longDate(day, m);
  if (day === today) return { name: m.today, full };
  if (day === dayBefore(today)) return { name: m.yesterday, full };
  if (day.slice(0, 4) !== today.slice(0, 4)) return { name: full, full };
  return { name: show(day, m, { month: 'long', day: 'numeric', weekday: 'long' }), full };
}

/** The clock of a time, `09:55`, or null when it is a day alone. */
export function clockOf(time: string): string | null {
  return time.length > 10 ? time.slice(11, 16) : null;
}

/** A day with year and weekday. Of a time, its day. */
export function longDate(day: string, m: Messages): string {
  return show(day.slice(0, 10), m, { ...DATE, weekday: 'long' });
}

/** Writes days as short as the language does, with their year. One for many: to make it costs more than to use it. */
export function shortDates(m: Messages): (day: string) => string {
  const format = new Intl.DateTimeFormat(m.locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  return (day) => format.format(new Date(day));
}

/** A date with its clock, or the date alone where a post names no time of day. */
export function longTime(time: string, m: Messages): string {
  if (clockOf(time) === null) return show(time, m, DATE);
  return show(`${time.slice(0, 16)}Z`, m, { ...DATE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The short name of a zone at an instant, `GMT+8`. Empty when the instant is none. */
export function zoneName(instant: string, zone: string, m: Messages): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const parts = formatOf(m.locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(date);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** A year: `2021年`. */
export function yearOf(year: string, m: Messages): string {
  return show(year, m, { year: 'numeric' });
}

/** The month of a day: `2021年12月`. */
export function monthOf(day: string, m: Messages): string {
  return show(day, m, { year: 'numeric', month: 'long' });
}

/** A number with the language's separators. */
export function number(value: number, m: Messages): string {
  return new Intl.NumberFormat(m.locale).format(value);
}

/** The day on a zone's calendar at an instant. Throws `RangeError` on a zone that this device does not know. */
export function todayIn(zone: string, nowMs: number): string {
  // Swedish writes days as ISO 8601 does.
  return formatOf('sv-SE', { dateStyle: 'short', timeZone: zone }).format(nowMs);
}

/** A time as the language writes the parts of it that are asked for. */
export function show(isoTime: string, m: Messages, options: Intl.DateTimeFormatOptions): string {
  return formatOf(m.locale, { ...options, calendar: 'gregory', timeZone: 'UTC' }).format(new Date(isoTime));
}

const formats: Record<string, Intl.DateTimeFormat> = {};

/** To make a format costs a hundred times what it costs to use it, and there are few. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return (formats[locale + JSON.stringify(options)] ??= new Intl.DateTimeFormat(locale, options));
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
}
