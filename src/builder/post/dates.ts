import { fromZoned, isDate, isPlainTime } from '#shared/days.ts';
import { CalendarDate, Timestamp, textOf, type Value } from './value.ts';

/** When a post was published, as Jekyll reads it, and what its writer meant. */
export type PostDate = {
  readonly instantMs: number;
  /** The clock time as written, as if it were UTC, when no zone stands beside it. */
  readonly zonelessWallMs?: number;
  /** Whether only a day was given. */
  readonly isDayOnly: boolean;
};

/**
 * The date in a front matter value, null when there is none in it or the site's clocks are then beyond the years 1000 to
 * 9999.
 *
 * As Jekyll 4.3 reads them: a YAML timestamp without zone is UTC, while the same text in quotes, a date alone, and all
 * that only Ruby's `Time.parse` understands are the site's own time.
 */
export function readDate(value: Value | undefined, zone: string): PostDate | null {
  if (value instanceof Timestamp) {
    const { instantMs, wallMs, hasZone } = value;
    return plainYears({ instantMs, isDayOnly: false, ...(!hasZone && { zonelessWallMs: wallMs }) }, zone);
  }
  if (value instanceof CalendarDate) return parseTime(value.text, zone);
  return typeof value === 'string' || typeof value === 'number' ? parseTime(textOf(value), zone) : null;
}

const NUMERIC = /(?<![\d-])(\d{4}|\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const COMPACT = /(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?!\d)/i;
const MONTH_FIRST = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i;
const CLOCK =
  /(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]m\b)?\s*(Z|[a-z]{2,4}\b|[-+]\d\d:?\d\d|[-+]\d\d?(?!\d))?/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date and time in the spellings of Ruby's `Time.parse` that occur in front matter and file names. As there, words
 * around them and unknown zones are passed over, and a text without a date, or with a time that no clock shows, is none.
 */
export function parseTime(text: string, zone: string): PostDate | null {
  const found = dateIn(text);
  if (!found || !isDate(found.year, found.month, found.day)) return null;
  const midnightMs = Date.UTC(found.year, found.month - 1, found.day);
  const clock = CLOCK.exec(text.slice(found.end));
  if (!clock) return plainYears({ instantMs: fromZoned(midnightMs, zone), isDayOnly: true }, zone);
  const sinceMidnightMs = clockMs(clock);
  if (sinceMidnightMs === null) return null;
  const wallMs = midnightMs + sinceMidnightMs;
  const aheadMs = offsetMs(clock[5] ?? '');
  return plainYears(
    { instantMs: aheadMs === null ? fromZoned(wallMs, zone) : wallMs - aheadMs, isDayOnly: false },
    zone,
  );
}

/** The date, or null where its year, in the zone or as written, does not have four digits. */
function plainYears(date: PostDate, zone: string): PostDate | null {
  const { instantMs, zonelessWallMs } = date;
  const isPlain = isPlainTime(instantMs, zone) && (zonelessWallMs === undefined || isPlainTime(zonelessWallMs, 'UTC'));
  return isPlain ? date : null;
}

type Found = { year: number; month: number; day: number; end: number };

function dateIn(text: string): Found | null {
  const numeric = NUMERIC.exec(text) ?? COMPACT.exec(text);
  if (numeric) return found(numeric, fullYear(numeric[1] ?? ''), Number(numeric[2]), Number(numeric[3]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return found(dayFirst, Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst && found(monthFirst, Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
}

function found(match: RegExpExecArray, year: number, month: number, day: number): Found {
  return { year, month, day, end: match.index + match[0].length };
}

// Ruby's Date._parse: of two-digit years those below 69 are 20xx.
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

// Ruby's Time.local: midnight may be 24:00, and a minute may have a leap second.
function clockMs(match: RegExpExecArray): number | null {
  const half = match[4]?.toLowerCase();
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0);
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  if (minute > 59 || second > 60 || hour * 3600 + minute * 60 + second > 86_400) return null;
  return (hour * 3600 + minute * 60 + second) * 1000;
}

// The zone names of RFC 2822, 4.3, which Ruby's Time.parse knows.
const ZONE_HOURS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  UT: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

function offsetMs(text: string): number | null {
  const match = /^([-+])(\d\d?):?(\d\d)?$/.exec(text);
  if (match) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
  const hours = ZONE_HOURS[text.toUpperCase()];
  return hours === undefined ? null : hours * 3_600_000;
}
