import { expect, test } from 'vitest';
import { noteFiles } from '#builder/ledger/noteFiles.ts';
import { shardOf } from '#builder/ledger/shardOf.ts';

test('notes of many days are saved by the thousand, and a day is never parted', () => {
  const days = Array.from({ length: 28 }, (_day, index) => `2024-02-${String(index + 1).padStart(2, '0')}`);
  const paths = days.flatMap((day) => Array.from({ length: 900 }, (_post, index) => `_posts/${day}-${index}.md`));
  const noted: string[] = [];
  const saves: string[][] = [[]];
  const ledger = {
    shardName: shardOf,
    setFile: (path: string) => void (noted.push(path), saves.at(-1)?.push(shardOf(path))),
    save: () => void saves.push([]),
  };
  noteFiles({ paths, noteAt: () => ({ size: 1, mtimeMs: 1, hash: '' }) }, ledger);
  expect(noted).toEqual(paths);
  expect(Math.max(...saves.map(({ length }) => length))).toBeLessThan(6000);
  const daysOfSaves = saves.flatMap((shards) => [...new Set(shards)]);
  expect(daysOfSaves).toEqual(days);
});
