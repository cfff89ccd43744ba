import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, daysOfMonth, readCalendars, weekdayOf } from '#shared/calendar.ts';

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2023-12-31', 1, '2024-01-01'],
  ['2024-05-30', 7, '2024-06-06'],
])('%s and %i days is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

test.each([
  ['2024-01', -1, '2023-12'],
  ['2024-12', 1, '2025-01'],
])('%s and %i months is %s', (month, months, expected) => expect(addMonths(month, months)).toBe(expected));

test('a month has its own days', () => {
  expect(daysOfMonth('2024-02')).toHaveLength(29);
  expect(daysOfMonth('2023-12').at(-1)).toBe('2023-12-31');
});

test('no days lie between a day and one before it', () => expect(daysBetween('2024-01-02', '2024-01-01')).toEqual([]));

test('a week begins on Monday', () => {
  expect(weekdayOf('2024-05-27')).toBe(0);
  expect(weekdayOf('2024-06-02')).toBe(6);
});

test.each([
  ['days are ranked, whatever a single great one has', [0, 1, 2, 3, 4, 5, 6, 7, 900], [0, 1, 1, 2, 2, 3, 3, 4, 4]],
  ['equal days are neither quiet nor busy', [1, 1, 0, 1], [3, 3, 0, 3]],
])('%s', (_name, counts, levels) => {
  const factsOf = readCalendars([calendar({ counts })]);
  expect(counts.map((_count, index) => factsOf(addDays('2024-01-01', index)).level)).toEqual(levels);
});

test('gaps and problems are told of their days', () => {
  const gaps = ['2024-01-02'];
  const factsOf = readCalendars([calendar({ counts: [1, 0, 1], gaps, problems: [{ day: '2024-01-03', count: 2 }] })]);
  expect(factsOf('2024-01-02')).toMatchObject({ count: 0, isGap: true, problems: 0 });
  expect(factsOf('2024-01-03')).toMatchObject({ count: 1, isGap: false, problems: 2 });
});

test('a day in no calendar has no posts', () => {
  expect(readCalendars([])('2024-01-02')).toMatchObject({ count: 0, level: 0, isGap: false, problems: 0 });
});

function calendar(given: object) {
  return { format: 1, year: '2024', counts: [], gaps: [], problems: [], ...given };
}
