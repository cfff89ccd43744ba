import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isShardFile, shardsOfYear } from '#builder/sitemap/shards.ts';
import { addDays } from '#shared/calendar.ts';

const names = (days: Parameters<typeof shardsOfYear>[1]) => shardsOfYear('2021', days).map(({ file }) => file);

test('a year of at most 500 posts is one file', () => {
  const days = [
    { day: '2021-05-02', count: 300 },
    { day: '2021-05-01', count: 200 },
  ];
  expect(shardsOfYear('2021', days)).toEqual([
    { file: 'sitemap-2021.xml', period: '2021', days: ['2021-05-01', '2021-05-02'], skip: 0 },
  ]);
});

test('a larger one has a file a month, a larger month one a day', () => {
  const days = [
    { day: '2021-06-02', count: 500 },
    { day: '2021-05-02', count: 300 },
    { day: '2021-05-01', count: 201 },
  ];
  expect(names(days)).toEqual(['sitemap-2021-06.xml', 'sitemap-2021-05-02.xml', 'sitemap-2021-05-01.xml']);
});

test('a day of more than 50,000 has as many as it needs', () => {
  expect(shardsOfYear('2021', [{ day: '2021-05-01', count: 100_001 }]).map(({ file, skip }) => [file, skip])).toEqual([
    ['sitemap-2021-05-01.xml', 0],
    ['sitemap-2021-05-01-part2.xml', 50_000],
    ['sitemap-2021-05-01-part3.xml', 100_000],
  ]);
});

test('every post has its place, in a file that is known as ours', () => {
  const counts = fc.uniqueArray(fc.record({ index: fc.nat(364), count: fc.integer({ min: 1, max: 600 }) }), {
    selector: ({ index }) => index,
  });
  const isWhole = fc.property(counts, (some) => {
    const days = some.map(({ index, count }) => ({ day: addDays('2021-01-01', index), count }));
    days.sort((a, b) => (a.day < b.day ? 1 : -1));
    const shards = shardsOfYear('2021', days);
    expect(shards.flatMap((shard) => shard.days).toSorted()).toEqual(days.map(({ day }) => day).toSorted());
    expect(
      shards.every(({ file, period, days }) => isShardFile(file) && days.every((day) => day.startsWith(period))),
    ).toBe(true);
    expect(new Set(shards.map(({ file }) => file)).size).toBe(shards.length);
  });
  fc.assert(isWhole);
});
