import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '#builder/files/streamFiles.ts';
import { isLeaf, type Period, type StreamHead } from '#shared/archive.ts';
import { periodChain, periodsOf } from '#shared/paths.ts';
import { rowAt } from './articles.ts';
import { streamFiles } from './memoryFiles.ts';

/** The files of the stream of all posts by name, without its folder. */
function filesOf(rows: readonly Row[]): Record<string, Period | StreamHead> {
  const newestFirst = rows.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const files = [...streamFiles({ kind: 'all', slug: '', name: '潮信', rows: newestFirst })];
  return Object.fromEntries(
    files.map(({ path, bytes }) => [
      path.replace('streams/all/', '').replace('.json', ''),
      JSON.parse(bytes.toString('utf8')) as Period | StreamHead, // The tests below look at every field they use.
    ]),
  );
}

function rows(count: number, dateOf: (number: number) => string): Row[] {
  return Array.from({ length: count }, (_row, number) => rowAt(dateOf(number), `/gangkou/no${number}/`));
}

const two = (number: number) => String(number).padStart(2, '0');
const headOf = (files: Record<string, Period | StreamHead>) => files['head'] as StreamHead; // Always there.

test('a year of 150 is listed, newest first', () => {
  const files = filesOf(rows(150, (n) => `2024-${two((n % 12) + 1)}-${two((n % 28) + 1)}T09:00:00+08:00`));
  expect(Object.keys(files)).toEqual(['2024', 'head']);
  const leaf = files['2024'] as Period; // As the names above say.
  const times = isLeaf(leaf) ? leaf.headlines.map(({ time }) => time) : [];
  expect(times).toHaveLength(150);
  expect(times).toEqual(times.toSorted().toReversed());
});

test('a year of 151 is divided into months', () => {
  const files = filesOf(rows(151, (n) => `2024-${two((n % 12) + 1)}-01T09:00:00+08:00`));
  expect(Object.keys(files)).toHaveLength(14);
  expect(files['2024']).toMatchObject({ format: 1, period: '2024' });
  expect(files['2024']).toHaveProperty('parts.0', { period: '2024-12', count: 12 });
  expect(files['2024']).toHaveProperty('parts.11', { period: '2024-01', count: 13 });
});

test('a full day is divided into hours, and a full hour by the address', () => {
  const files = filesOf(rows(400, (n) => `2024-05-30T${n < 200 ? '09' : `1${n % 2}`}:00:00+08:00`));
  expect(files['2024-05-30']).toMatchObject({
    parts: [
      { period: '2024-05-30T11', count: 100 },
      { period: '2024-05-30T10', count: 100 },
      { period: '2024-05-30T09', count: 200 },
    ],
  });
  const hour = files['2024-05-30T09'];
  expect(hour && 'parts' in hour && hour.parts.length).toBe(16);
  expect(files['2024-05-30T09~0']).toHaveProperty('headlines');
});

describe('the head', () => {
  test('says name, count, years and the newest twenty', () => {
    const files = filesOf(rows(30, (n) => `20${20 + (n % 3)}-05-30T${two(n % 24)}:00:00+08:00`));
    expect(headOf(files)).toMatchObject({
      format: 1,
      kind: 'all',
      slug: '',
      name: '潮信',
      count: 30,
      years: [
        { period: '2022', count: 10 },
        { period: '2021', count: 10 },
        { period: '2020', count: 10 },
      ],
    });
    expect(headOf(files).newest).toHaveLength(20);
  });

  test('of a stream without posts is empty', () => {
    expect(filesOf([])).toEqual({ head: expect.objectContaining({ count: 0, newest: [], years: [] }) });
  });
});

test('whatever the posts, counts agree, leaves are small, and every post lies in its own periods', () => {
  const hour = fc.record({
    month: fc.integer({ min: 1, max: 2 }),
    day: fc.integer({ min: 1, max: 2 }),
    count: fc.integer({ min: 1, max: 220 }),
  });
  fc.assert(
    fc.property(fc.array(hour, { maxLength: 6 }), (hours) => {
      const all = hours.flatMap(({ month, day, count }, index) =>
        Array.from({ length: count }, (_row, n) =>
          rowAt(`2024-${two(month)}-${two(day)}T0${index}:00:00+08:00`, `/${index}/${n}/`),
        ),
      );
      const { head: _head, ...periods } = filesOf(all);
      expect(checked(periods as Record<string, Period>, headOf(filesOf(all)).years)).toBe(all.length); // The head is gone.
    }),
    { numRuns: 25 },
  );
});

/** Adds up a stream from its parts, looking at every file once. */
function checked(files: Record<string, Period>, parts: readonly { period: string; count: number }[]): number {
  return parts.reduce((sum, { period, count }) => {
    const file = files[period];
    if (!file) throw new Error(`${period} is missing`);
    expect(file.period).toBe(period);
    if (!isLeaf(file)) expect(checked(files, file.parts)).toBe(count);
    else {
      expect(file.headlines).toHaveLength(count);
      expect(count).toBeLessThanOrEqual(150);
      for (const { time, address } of file.headlines) expect(periodsOf(`${time}:00`, address)).toContain(period);
    }
    expect(periodChain(period)?.at(-1)).toBe(period);
    return sum + count;
  }, 0);
}

test('a post more leaves the periods it does not lie in as they are', () => {
  const before = filesOf(rows(300, (n) => `2024-0${(n % 3) + 1}-01T09:00:00+08:00`));
  const after = filesOf([
    ...rows(300, (n) => `2024-0${(n % 3) + 1}-01T09:00:00+08:00`),
    rowAt('2024-02-02T09:00:00+08:00', '/late/'),
  ]);
  const changed = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  expect(changed.toSorted()).toEqual(['2024', '2024-02', 'head']);
});
