import { isDate } from '#shared/days.ts';
import type { Day } from '#shared/post.ts';

/**
 * The day, month or year that a reader wrote, as a period (`2022-05-30`, `2022-05`, `2022`), or null when it is none:
 * `昨天`, `5月30日`, `2022/5/30`, `May 30`, `2022年5月`. Without a year it is the last such day or month not after today.
 */
export function periodInWords(words: string, today: Day): string | null {
  const text = words.normalize('NFKC').toLowerCase().trim();
  const daysAgo = DAYS_AGO.get(text);
  if (daysAgo !== undefined) return dayBefore(today, daysAgo);
  for (const form of FORMS) {
    const { year, month, day } = form.exec(text)?.groups ?? {};
    if (year === undefined && month === undefined) continue;
    const date = { month: monthNumber(month), day: day === undefined ? undefined : Number(day) };
    return year === undefined ? lastPeriod(date, today) : periodOf({ year: Number(year), ...date });
  }
  return null;
}

const DAYS_AGO = new Map([
  ['今天', 0],
  ['今日', 0],
  ['today', 0],
  ['昨天', 1],
  ['昨日', 1],
  ['yesterday', 1],
  ['前天', 2],
  ['前日', 2],
]);

// In the order in which they are tried. A separator may be the last thing typed so far.
const FORMS = [
  /^(?<year>\d{4})(?:[-/.年] ?(?:(?<month>\d{1,2})(?:月|[-/.月] ?(?<day>\d{1,2})[日号號]?|[-/.])?)?)?$/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  /^(?<month>\d{1,2})[-/.月] ?(?<day>\d{1,2})[日号號]?$/,
  /^(?<month>\d{1,2})月$/,
  /^(?<month>[a-z]{3,})\.?(?: (?<day>\d{1,2})(?:st|nd|rd|th)?)?(?:,? (?<year>\d{4}))?$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,})\.?(?:,? (?<year>\d{4}))?$/,
];

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

type Parts = { readonly year: number; readonly month: number | undefined; readonly day: number | undefined };

/** The number of a month in digits or English, also cut short. 0, which is none, for other words. */
function monthNumber(month: string | undefined): number | undefined {
  if (month === undefined) return undefined;
  return /^\d/.test(month) ? Number(month) : MONTHS.findIndex((name) => name.startsWith(month)) + 1;
}

function periodOf({ year, month, day }: Parts): string | null {
  if (!isDate(year, month ?? 1, day ?? 1)) return null;
  const parts = [month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'));
  return [year, ...parts].join('-');
}

// A leap day may be eight years back.
function lastPeriod(date: Omit<Parts, 'year'>, today: Day): string | null {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year >= thisYear - 8; year--) {
    const period = periodOf({ year, ...date });
    if (period !== null && period <= today) return period;
  }
  return null;
}

function dayBefore(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}
