import { type CalendarYear, FORMAT } from '#shared/archive.ts';
import { calendarFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { type DataFile, groupBy, jsonFile } from './dataFile.ts';
import { dayOfRow } from './directories.ts';
import type { Row } from './streamFiles.ts';

/** Days with how many of something they have; days that have none may be missing. */
export type CountByDay = ReadonlyMap<Day, number>;

const DAY_MS = 86_400_000;
const WEEK = 7;

/** A calendar for each year that has posts. What a year holds depends on its own posts and problems only. */
export function* calendarFiles(rows: readonly Row[], problems: CountByDay): Generator<DataFile> {
  const posts = new Map<Day, number>();
  for (const row of rows) posts.set(dayOfRow(row), (posts.get(dayOfRow(row)) ?? 0) + 1);
  for (const [year, withPosts] of groupBy(posts.keys(), (day) => day.slice(0, 4))) {
    const days = daysThrough(year, withPosts);
    const calendar: CalendarYear = {
      format: FORMAT,
      year,
      counts: days.map((day) => posts.get(day) ?? 0),
      gaps: gapsAmong(days, posts),
      problems: days.flatMap((day) => {
        const count = problems.get(day);
        return count ? [{ day, count }] : [];
      }),
    };
    yield jsonFile(calendarFile(year), calendar);
  }
}

/** The days from 1 January to the last of some days of that year. */
function daysThrough(year: string, days: readonly Day[]): readonly Day[] {
  const start = Date.parse(`${year}-01-01`);
  const end = days.reduce((latest, day) => Math.max(latest, Date.parse(day)), start);
  return Array.from({ length: (end - start) / DAY_MS + 1 }, (_day, index) => {
    return new Date(start + index * DAY_MS).toISOString().slice(0, 10);
  });
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
