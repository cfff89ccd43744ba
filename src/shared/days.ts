import type { Day, LocalTime } from './post.ts';

const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const dayTexts = new Map<number, string>();
const offsetTexts = new Map<number, string>();
const offsetsOfDays = new Map<string, Map<number, number | null>>();

/** Whether a text is a real calendar day, `2024-02-30` is not. */
export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && isDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether year (1000 to 9999), month (1 to 12) and day of the month name a real day. */
export function isDate(year: number, month: number, dayOfMonth: number): boolean {
  const isLeapDay = month === 2 && dayOfMonth === 29;
  if (isLeapDay) return isPlainYear(year) && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isPlainYear(year) && dayOfMonth >= 1 && dayOfMonth <= (DAYS_OF_MONTHS[month - 1] ?? 0);
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the zone's clocks show a year from 1000 to 9999 at an instant: days and addresses hold four digits. */
export function isPlainTime(instantMs: number, zone: string): boolean {
  if (instantMs > PLAIN_FROM_MS && instantMs < PLAIN_TO_MS) return true;
  return isPlainYear(new Date(instantMs + zoneOffsetMs(instantMs, zone)).getUTCFullYear());
}

// No clock of this world is two days off.
const PLAIN_FROM_MS = Date.UTC(1000, 0, 3);
const PLAIN_TO_MS = Date.UTC(9999, 11, 29);

function isPlainYear(year: number): boolean {
  return year >= 1000 && year <= 9999;
}

/** Whether this machine knows the IANA zone. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false; // A RangeError is how Intl says "unknown zone".
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. Throws on an unknown zone. */
export function zoneOffsetMs(instantMs: number, zone: string): number {
  let offsets = offsetsOfDays.get(zone);
  if (!offsets) offsetsOfDays.set(zone, (offsets = new Map()));
  // Asking Intl costs microseconds, and an archive asks a million times: one answer serves a whole day without a change.
  const dayNumber = Math.floor(instantMs / DAY_MS);
  let offset = offsets.get(dayNumber);
  if (offset === undefined) {
    const atStart = askOffsetMs(dayNumber * DAY_MS, zone);
    offset = atStart === askOffsetMs((dayNumber + 1) * DAY_MS, zone) ? atStart : null;
    offsets.set(dayNumber, offset);
  }
  return offset ?? askOffsetMs(instantMs, zone);
}

/** An instant on the zone's clocks, ISO 8601 with offset: `2022-05-30T09:55:06+08:00`. */
export function toZonedIso(instantMs: number, zone: string): string {
  const offsetMs = zoneOffsetMs(instantMs, zone);
  let offset = offsetTexts.get(offsetMs);
  if (offset === undefined) offsetTexts.set(offsetMs, (offset = offsetText(offsetMs)));
  return isoOf(instantMs + offsetMs) + offset;
}

/** `2022-05-30T09:55:06`: the day's part is worked out once for each day. */
function isoOf(wallMs: number): string {
  if (wallMs < PLAIN_FROM_MS || wallMs > PLAIN_TO_MS) return new Date(wallMs).toISOString().slice(0, 19);
  const dayNumber = Math.floor(wallMs / DAY_MS);
  let day = dayTexts.get(dayNumber);
  if (day === undefined) dayTexts.set(dayNumber, (day = new Date(wallMs).toISOString().slice(0, 11)));
  const second = Math.floor(wallMs / 1000) - dayNumber * 86_400;
  return `${day}${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  return `${offsetMs < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** An instant as the zone's clocks show it: `2022-05-30T09:55`. */
export function localTimeOf(instantMs: number, zone: string): LocalTime {
  return toZonedIso(instantMs, zone).slice(0, 16);
}

/**
 * The instant at which the zone's clocks show the given time (as milliseconds of that time read as UTC). A time the
 * clocks skip becomes the instant as far after the change; of a time they show twice, the first.
 */
export function fromZoned(wallMs: number, zone: string): number {
  const before = wallMs - zoneOffsetMs(wallMs - DAY_MS, zone);
  if (before + zoneOffsetMs(before, zone) === wallMs) return before;
  const after = wallMs - zoneOffsetMs(wallMs + DAY_MS, zone);
  return after + zoneOffsetMs(after, zone) === wallMs ? after : before;
}

function askOffsetMs(instantMs: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(instantMs)) parts[type] = value;
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  wall.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return wall.getTime() - Math.floor(instantMs / 1000) * 1000;
}
