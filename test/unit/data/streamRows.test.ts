import { describe, expect, test } from 'vitest';
import type { Row } from '#builder/files/streamFiles.ts';
import { countOfDay, type Frame, type Known, partsOf, periodAt, spanOf, stretchOf } from '#data/streamRows.ts';
import type { Period, StreamHead } from '#shared/archive.ts';
import { streamFiles } from '../builder/files/memoryFiles.ts';

const SHAPES = [
  ['one post', datesEvery(60, 1)],
  ['a year in one leaf', datesEvery(60 * 24, 150)],
  ['a year of months', datesEvery(60 * 24, 360)],
  ['several years', datesEvery(60 * 24 * 5, 400)],
  ['a month of days', datesEvery(60, 600)],
  ['a day of hours', datesEvery(3, 400)],
  ['an hour cut by hash', datesEvery(0.1, 500)],
] as const;

describe.each(SHAPES)('in %s', (_name, dates) => {
  const { frame, known } = archiveOf(dates);

  test('every position has a headline of its own', () => {
    const { headlines } = stretchOf(frame, { start: 0, end: frame.count }, known);
    expect(new Set(headlines.map((headline) => headline?.address)).size).toBe(dates.length);
  });

  test('a range is a part of the whole, and asks only for the periods it lies in', () => {
    const whole = stretchOf(frame, { start: 0, end: frame.count }, known);
    const range = { start: Math.floor(frame.count / 2), end: Math.min(frame.count, Math.floor(frame.count / 2) + 30) };
    const part = stretchOf(frame, range, known);
    expect(part.headlines).toEqual(whole.headlines.slice(range.start, range.end));
    expect(whole.periods).toEqual(expect.arrayContaining([...part.periods]));
  });

  test('what is not known is asked for level by level, until all is there', () => {
    const asked = new Set<string>();
    const range = { start: Math.max(0, frame.count - 5), end: frame.count };
    for (;;) {
      const { headlines, periods } = stretchOf(frame, range, (period) =>
        asked.has(period) ? known(period) : undefined,
      );
      const missing = periods.filter((period) => !asked.has(period));
      if (missing.length === 0) return expect(headlines).not.toContain(undefined);
      expect(headlines).toContain(undefined);
      for (const period of missing) asked.add(period);
    }
  });

  test('a period begins where its newest headline stands', () => {
    const { headlines } = stretchOf(frame, { start: 0, end: frame.count }, known);
    for (const length of ['YYYY', 'YYYY-MM', 'YYYY-MM-DD']) {
      const keys = headlines.map((headline) => headline?.time.slice(0, length.length) ?? '');
      for (const period of new Set(keys)) {
        const count = keys.filter((key) => key === period).length;
        expect(spanOf(frame, period, known)).toEqual({ start: keys.indexOf(period), count });
      }
    }
  });
});

describe('when the files have grown since the frame was read', () => {
  const before = archiveOf(datesEvery(60, 40));
  const after = archiveOf(['2024-05-31T12:00', '2024-05-31T11:00', ...datesEvery(60, 40)]);

  test('every headline keeps its position, and the new ones have none', () => {
    const range = { start: 0, end: 40 };
    expect(titlesIn(before.frame, range, after.known)).toEqual(
      titlesIn(after.frame, { start: 2, end: 42 }, after.known),
    );
  });

  test('a period begins where it began', () => {
    expect(spanOf(before.frame, '2024-05-30', after.known)).toEqual(spanOf(before.frame, '2024-05-30', before.known));
  });

  test('the other way round, the newest are not there yet', () => {
    const [first, second, third] = titlesIn(after.frame, { start: 0, end: 3 }, before.known);
    expect([first, second, third]).toEqual([
      undefined,
      undefined,
      titlesIn(before.frame, { start: 0, end: 1 }, before.known)[0],
    ]);
  });
});

describe('the place of a period', () => {
  const { frame, known } = archiveOf([...datesEvery(60 * 24, 200), '2021-05-30T09:00']);

  test('without posts is that of what is older', () => {
    expect(spanOf(frame, '2022', known)).toEqual({ start: 200, count: 0 });
    expect(spanOf(frame, '2030', known)).toEqual({ start: 0, count: 0 });
  });

  test('older than all is the end', () => {
    expect(spanOf(frame, '1999', known)).toEqual({ start: 201, count: 0 });
  });

  test('names the file that is missing to tell it', () => {
    expect(spanOf(frame, '2021-05-30', () => undefined)).toEqual({ missing: '2021' });
  });
});

test('a day is counted where its period is known', () => {
  const { known } = archiveOf(datesEvery(60, 600));
  expect(countOfDay('2024-05-30', known)).toBe(24);
  expect(countOfDay('2024-05-30', () => undefined)).toBeUndefined();
});

test('the months of a year are its parts, or counted in its leaf', () => {
  const [divided, leaf] = [archiveOf(datesEvery(60 * 24, 300)), archiveOf(datesEvery(60 * 24, 100))];
  expect(partsOf(divided.periodOf('2024'), 7)[1]).toEqual({ period: '2024-04', count: 30 });
  expect(partsOf(leaf.periodOf('2024'), 7)[1]).toEqual({ period: '2024-04', count: 30 });
});

test.each([
  ['2024-05-31T09:05', undefined, '2024-05-31T09'],
  ['2024-05-31', undefined, '2024-05-31'],
  ['2024-06-01T00:05', '2024-05-31', '2024-05-31'],
])('a row of %s under day %s stands at %s', (time, day, period) => {
  expect(periodAt({ address: '/a/', title: 'A', time, ...(day && { day }) })).toBe(period);
});

function titlesIn(frame: Frame, range: { start: number; end: number }, known: Known) {
  return stretchOf(frame, range, known).headlines.map((headline) => headline?.time);
}

function archiveOf(dates: readonly string[]) {
  const rows = dates.map((date): Row => {
    const address = `/news/${date}/`;
    return { date, address, json: JSON.stringify({ address, title: date, time: date.slice(0, 16) }) };
  });
  const files = new Map(
    [...streamFiles({ kind: 'all', slug: '', name: 'A', rows })].map(({ path, bytes }) => [path, bytes.toString()]),
  );
  const known: Known = (period) => {
    const text = files.get(`streams/all/${period}.json`);
    return text === undefined ? undefined : (JSON.parse(text) as Period); // The builder's own file, just written.
  };
  const periodOf = (period: string) => known(period) ?? { format: 1, period, headlines: [] };
  const head = JSON.parse(files.get('streams/all/head.json') ?? '') as StreamHead; // The same.
  return { frame: { years: head.years, count: head.count }, known, periodOf };
}

/** Local dates, newest first, some minutes apart. */
function datesEvery(minutes: number, count: number): readonly string[] {
  const newest = Date.UTC(2024, 4, 31, 9, 59);
  return Array.from({ length: count }, (_date, index) =>
    new Date(newest - index * minutes * 60_000).toISOString().slice(0, 21),
  );
}
