import { describe, expect, test } from 'vitest';
import type { TakenDay } from '#device/ownDatabase.ts';
import {
  bytesPerArticle,
  chunkCounts,
  filesToDrop,
  isOfDay,
  linksOf,
  newestDays,
  nextDay,
  partsOfDay,
} from '#device/planTaking.ts';

const DAY = '2024-05-30';
const HASHES = ['a'.repeat(64), 'b'.repeat(64)];

test('of the parts of a stream a day needs those that it lies in, and those that lie in it', () => {
  const parts = ['2025', '2024', '2024-05', '2024-04', '2024-05-31', DAY, `${DAY}T09`, `${DAY}T09~a`, '2024-05-29T23'];
  const needed = partsOfDay(
    parts.map((period) => ({ period, count: 1 })),
    DAY,
  );
  expect(needed).toEqual(['2024', '2024-05', DAY, `${DAY}T09`, `${DAY}T09~a`]);
});

test('only addresses that do not show the day need links, old ones too', () => {
  const posts = { '/2024/05/30/a': 0, '/news/2024/05/30/b': 0 };
  expect(linksOf({ day: DAY, posts })).toEqual([]);
  expect(linksOf({ day: DAY, posts: { ...posts, '/hidden': 0 } })).toHaveLength(1);
  expect(linksOf({ day: DAY, posts, redirects: { '/2022/01/01/old': '/2024/05/30/a' } })).toHaveLength(1);
});

test('chunks are counted over all parts of a split day', () => {
  const part = { format: 1, day: DAY, chunks: HASHES };
  const counts = chunkCounts([
    { ...part, posts: { '/a': 0, '/b': 1 } },
    { ...part, posts: { '/c': 1 } },
  ]);
  expect([...counts.values()]).toEqual([1, 2]);
});

test.each([
  ['posts/aa/aa', true],
  ['days/2024/05/30.json', true],
  ['days/2024/05/30/a.json', true],
  ['days/2024/05/31.json', false],
  ['streams/all/2024-05-30.json', true],
  ['streams/all/2024-05-30T09.json', true],
  ['streams/all/2024-05.json', false],
  ['streams/all/head.json', false],
  ['manifest.json', false],
])('%s is of that day alone: %s', (path, isAlone) => {
  expect(isOfDay(path, DAY)).toBe(isAlone);
});

describe('the next day', () => {
  test('is the newest that is not here, then those that changed', () => {
    const days = [taken('2024-05-28'), taken('2024-05-30', { doneAt: 1 }), taken('2024-05-29')];
    expect(nextDay(days)?.day).toBe('2024-05-29');
    expect(nextDay([taken(DAY, { doneAt: 1, isStale: true })])?.day).toBe(DAY);
  });

  test('is none that is paused, and none when all are here', () => {
    expect(nextDay([taken(DAY, { isPaused: true })])).toBeUndefined();
    expect(nextDay([taken(DAY, { doneAt: 1 })])).toBeUndefined();
  });
});

test('with a day go the files that no other day needs', () => {
  const dropped = taken(DAY, { files: ['posts/aa/aa', 'streams/all/2024.json'] });
  const other = taken('2024-05-29', { files: ['posts/bb/bb', 'streams/all/2024.json'] });
  expect(filesToDrop([dropped], [other])).toEqual(['posts/aa/aa']);
});

test('what is here tells how large an article is, and nothing does when nothing is here', () => {
  expect(bytesPerArticle([taken(DAY, { count: 10, sizeBytes: 20_000, doneAt: 1 }), taken('2024-05-29')])).toBe(2000);
  expect(bytesPerArticle([taken(DAY)])).toBeNull();
});

test('the newest days are those with posts, and the search for them ends', () => {
  const counts = new Map([
    ['2024-05-31', 3],
    ['2024-05-29', 1],
  ]);
  const countOf = (day: string) => counts.get(day) ?? 0;
  expect(newestDays('2024-05-31', 2, countOf)).toEqual(['2024-05-31', '2024-05-29']);
  expect(newestDays('2024-05-31', 3, countOf)).toHaveLength(2);
  expect(newestDays('2024-05-31', 0, countOf)).toEqual([]);
});

function taken(day: string, more: Partial<TakenDay> = {}): TakenDay {
  return { day, by: 'reader', count: 0, sizeBytes: 0, files: [], ...more };
}
