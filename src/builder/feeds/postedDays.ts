import type { CalendarYear, DayCount, StreamHead } from '#shared/archive.ts';
import { addDays } from '#shared/calendar.ts';
import { calendarFile, headFile } from '#shared/paths.ts';
import { type DataFiles, readJson } from '#builder/files/dataFile.ts';

/** The years that have posts, newest first. */
export function postedYears(files: DataFiles): readonly string[] {
  return (readJson<StreamHead>(files, headFile('all', ''))?.years ?? []).map(({ period }) => period);
}

/** The days of a year that have posts, newest first, with how many. */
export function daysOfYear(year: string, files: DataFiles): readonly DayCount[] {
  const counts = readJson<CalendarYear>(files, calendarFile(year))?.counts ?? [];
  const days = counts.map((count, index) => ({ day: addDays(`${year}-01-01`, index), count }));
  return days.filter(({ count }) => count > 0).toReversed();
}

/** Every day that has posts, newest first. A year's calendar is read when its first day is asked for. */
export function* postedDays(files: DataFiles): Generator<DayCount> {
  for (const year of postedYears(files)) yield* daysOfYear(year, files);
}
