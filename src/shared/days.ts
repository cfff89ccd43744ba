import type { Day, LocalTime } from './post.ts';

const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsetsOfDays = new Map<string, Map<number, number | null>>();

/** Whether a text is a real calendar day, `2024-02-30` is not. */
export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && isDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether year (1000 to 9999), month (1 to 12) and day of the month name a real day. */
export function isDate(year: number, month: number, dayOfMonth: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return isPlainYear(year) && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

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
  const sign = offsetMs < 0 ? '-' : '+';
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  const mm = String(minutes % 60).padStart(2, '0');
  return `${new Date(instantMs + offsetMs).toISOString().slice(0, 19)}${sign}${hh}:${mm}`;
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
