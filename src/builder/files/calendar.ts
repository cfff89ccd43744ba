import { type CalendarYear, FORMAT } from '#shared/archive.ts';
import { calendarFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { type DataFiles, groupBy, jsonFile, readJson } from './dataFile.ts';

/** Days with how many of something they have; days that have none may be missing. */
type CountByDay = ReadonlyMap<Day, number>;

const DAY_MS = 86_400_000;
const WEEK = 7;

/** How many posts and problems a day has now. */
export type DayCount = { readonly day: Day; readonly count: number; readonly problems: number };

/** Brings the calendars of the years in which days changed up to date; one without posts vanishes. */
export function reviseCalendars(changes: readonly DayCount[], files: DataFiles): void {
  for (const [year, ofYear] of groupBy(changes, ({ day }) => day.slice(0, 4))) {
    const path = calendarFile(year);
    const old = readJson<CalendarYear>(files, path);
    const posts = new Map(old?.counts.map((count, index) => [dayOfYear(year, index), count]));
    const problems = new Map(old?.problems.map(({ day, count }) => [day, count]));
    for (const change of ofYear) {
      posts.set(change.day, change.count);
      problems.set(change.day, change.problems);
    }
    const calendar = calendarOf(year, withPosts(posts), problems);
    if (calendar) files.put(jsonFile(path, calendar));
    else if (old) files.remove(path);
  }
}

/** The calendar of a year out of its days with posts; null when there are none. */
function calendarOf(year: string, posts: CountByDay, problems: CountByDay): CalendarYear | null {
  if (posts.size === 0) return null;
  const days = daysThrough(year, [...posts.keys()]);
  return {
    format: FORMAT,
    year,
    counts: days.map((day) => posts.get(day) ?? 0),
    gaps: gapsAmong(days, posts),
    problems: days.flatMap((day) => {
      const count = posts.has(day) ? problems.get(day) : 0;
      return count ? [{ day, count }] : [];
    }),
  };
}

function withPosts(counts: CountByDay): CountByDay {
  return new Map([...counts].filter(([, count]) => count > 0));
}

function dayOfYear(year: string, index: number): Day {
  return new Date(Date.parse(`${year}-01-01`) + index * DAY_MS).toISOString().slice(0, 10);
}

/** The days from 1 January to the last of some days of that year. */
function daysThrough(year: string, days: readonly Day[]): readonly Day[] {
  const start = Date.parse(`${year}-01-01`);
  const end = days.reduce((latest, day) => Math.max(latest, Date.parse(day)), start);
  return Array.from({ length: (end - start) / DAY_MS + 1 }, (_day, index) => dayOfYear(year, index));
}

/** Empty days after the first with posts, on weekdays that have posts in four of five weeks. */
function gapsAmong(days: readonly Day[], posts: CountByDay): readonly Day[] {
  const spanned = days.slice(days.findIndex((day) => posts.has(day)));
  const isUsual = Array.from({ length: WEEK }, (_weekday, offset) => {
    const same = spanned.filter((_day, index) => index % WEEK === offset);
    return same.filter((day) => posts.has(day)).length * 5 >= same.length * 4;
  });
  return spanned.filter((day, index) => !posts.has(day) && isUsual[index % WEEK]);
}
