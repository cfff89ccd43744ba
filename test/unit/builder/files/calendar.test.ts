import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { reviseCalendars } from '#builder/files/calendar.ts';
import { groupBy } from '#builder/files/dataFile.ts';
import type { CalendarYear } from '#shared/archive.ts';
import { memoryFiles } from './memoryFiles.ts';

const DAY_MS = 86_400_000;

function calendarsOf(days: readonly string[], problems = new Map<string, number>()): Record<string, CalendarYear> {
  const files = memoryFiles();
  const changes = [...groupBy(days.toReversed(), (day) => day)].map(([day, same]) => {
    return { day, count: same.length, problems: problems.get(day) ?? 0 };
  });
  reviseCalendars(changes, files);
  return Object.fromEntries(
    [...files.held].map(([path, bytes]) => [path, JSON.parse(bytes.toString('utf8')) as CalendarYear]),
  );
}

function daysFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_day, index) => {
    return new Date(Date.parse(first) + index * DAY_MS).toISOString().slice(0, 10);
  });
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

test('each year with posts counts them day by day, from 1 January to the last day with posts', () => {
  const calendars = calendarsOf(['2022-12-31', '2024-01-03', '2024-01-03', '2024-02-29', '2024-03-01']);
  expect(Object.keys(calendars)).toEqual(['calendar/2024.json', 'calendar/2022.json']);
  const { counts } = calendars['calendar/2024.json'] ?? {};
  expect(counts).toHaveLength(61);
  expect(counts?.slice(0, 4)).toEqual([0, 0, 2, 0]);
  expect(counts?.slice(-2)).toEqual([1, 1]);
  expect(calendars['calendar/2022.json']).toMatchObject({ format: 1, year: '2022' });
  expect(calendars['calendar/2022.json']?.counts).toHaveLength(365);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['a lost Wednesday among working days', ['2024-02-14'], ['2024-02-14']],
  ['what lies before the first post and after the last', [], []],
  ['a weekday lost every third week', ['2024-01-17', '2024-02-07', '2024-02-28', '2024-03-20'], []],
])('gaps: %s', (_name, lost, gaps) => {
  const days = daysFrom('2024-01-10', 77).filter((day) => !isWeekend(day) && !lost.includes(day));
  expect(calendarsOf(days)['calendar/2024.json']?.gaps).toEqual(gaps);
});

test('days name the problems of their posts', () => {
  const problems = new Map([
    ['2024-01-03', 2],
    ['2024-01-01', 1],
  ]);
  expect(calendarsOf(daysFrom('2024-01-01', 4), problems)['calendar/2024.json']?.problems).toEqual([
    { day: '2024-01-01', count: 1 },
    { day: '2024-01-03', count: 2 },
  ]);
});

test('a year of about a thousand posts a day is a small file', () => {
  const days = daysFrom('2023-01-01', 365).flatMap((day, index) => {
    return Array.from({ length: 900 + ((index * 7919) % 211) }, () => day);
  });
  const problems = new Map(daysFrom('2023-01-01', 40).map((day) => [day, 3]));
  const year = JSON.stringify(calendarsOf(days, problems)['calendar/2023.json']);
  expect(gzipSync(year).length).toBeLessThan(2 * 1024);
});
