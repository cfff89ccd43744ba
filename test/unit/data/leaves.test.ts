import { describe, expect, test } from 'vitest';
import type { Row } from '#builder/files/streamFiles.ts';
import { newerLeaf, olderLeaf, type Stream } from '#data/leaves.ts';
import { leafOf, neighbours } from '#data/neighbours.ts';
import { MissingError } from '#data/errors.ts';
import type { Leaf, Period, StreamHead } from '#shared/archive.ts';
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
  const rows = rowsOf(dates);
  const stream = streamOf(rows);

  test('going older from the newest leaf meets every headline once, and going newer leads back', async () => {
    const leaves = await allLeaves(stream);
    expect(leaves.flatMap(addressesIn).toSorted()).toEqual(rows.map(({ address }) => address).toSorted());
    for (const [index, leaf] of leaves.entries())
      expect((await newerLeaf(stream, leaf.period))?.period).toBe(leaves[index - 1]?.period);
  });

  test('a post is found in its leaf, between its neighbours', async () => {
    const order = (await allLeaves(stream)).flatMap(addressesIn);
    for (const row of everyTenth(rows)) {
      expect(addressesIn(await leafOf(stream, row))).toContain(row.address);
      const position = order.indexOf(row.address);
      const found = await neighbours(stream, row);
      expect([found?.newer?.address, found?.older?.address]).toEqual([order[position - 1], order[position + 1]]);
    }
  });
});

test('a post that the stream does not have has neither leaf nor neighbours', async () => {
  const stream = streamOf(rowsOf(datesEvery(60, 5)));
  const stranger = { date: '1999-01-01T00:00:00+08:00', address: '/a' };
  expect(await leafOf(stream, stranger)).toBeNull();
  expect(await neighbours(stream, stranger)).toBeNull();
});

test('from a period that has gone since, the way leads on beside it', async () => {
  const stream = streamOf(rowsOf(['2024-05-30T09:00', '2021-05-30T09:00']));
  expect((await olderLeaf(stream, '2023'))?.period).toBe('2021');
  expect((await newerLeaf(stream, '2023'))?.period).toBe('2024');
});

function streamOf(rows: readonly Row[]): Stream {
  const files = new Map(
    [...streamFiles({ kind: 'all', slug: '', name: 'A', rows })].map(({ path, bytes }) => [path, bytes.toString()]),
  );
  const read = (name: string) => {
    const text = files.get(`streams/all/${name}.json`);
    if (text === undefined) throw new MissingError(name);
    return JSON.parse(text);
  };
  return {
    loadYears: async () => (read('head') as StreamHead).years, // The builder's own file, just written.
    loadPeriod: async (period) => read(period) as Period, // The same.
  };
}

function rowsOf(dates: readonly string[]): readonly Row[] {
  return dates.map((date, index) => {
    const address = `/news/post-${index}/`;
    return { date, address, json: JSON.stringify({ address, title: `Post ${index}`, time: date.slice(0, 16) }) };
  });
}

/** Every leaf, beginning with the newest: that beside a period after all others. */
async function allLeaves(stream: Stream): Promise<readonly Leaf[]> {
  const leaves: Leaf[] = [];
  let leaf = await olderLeaf(stream, '9999');
  while (leaf) {
    leaves.push(leaf);
    leaf = await olderLeaf(stream, leaf.period);
  }
  return leaves;
}

function addressesIn(leaf: Leaf | null): readonly string[] {
  return leaf?.headlines.map(({ address }) => address) ?? [];
}

function everyTenth<T>(values: readonly T[]): readonly T[] {
  return values.filter((_value, index) => index % 10 === 0);
}

/** Local dates, newest first, some minutes apart. */
function datesEvery(minutes: number, count: number): readonly string[] {
  const newest = Date.UTC(2024, 4, 31, 9, 59);
  return Array.from({ length: count }, (_date, index) =>
    new Date(newest - index * minutes * 60_000).toISOString().slice(0, 19),
  );
}
