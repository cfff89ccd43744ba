import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { directoryFiles, sectionsOf } from '#builder/files/directories.ts';
import { StreamNames } from '#builder/files/StreamNames.ts';
import type { Listed, NamedKind } from '#shared/archive.ts';

type Stream = readonly [kind: NamedKind, slug: string, days: readonly string[]];

function namesOf(streams: readonly Stream[]): StreamNames {
  const names = new StreamNames();
  for (const [kind, slug, days] of streams) names.setSummary(kind, slug, listed(slug, days.length, days[0] ?? ''));
  return names;
}

function directoriesOf(...streams: readonly Stream[]): unknown[] {
  return directoryFiles(namesOf(streams)).map(({ path, bytes }) => [path, JSON.parse(bytes.toString('utf8'))]);
}

function listed(slug: string, count: number, day: string): Listed {
  return { slug, name: slug.toUpperCase(), count, day };
}

test('a directory lists every stream of its kind, the largest first, of equals by slug', () => {
  const streams: readonly Stream[] = [
    ['tag', 'b', ['2024-05-30']],
    ['tag', 'a', ['2024-05-29']],
    ['tag', 'c', ['2024-05-31', '2024-05-01']],
    ['source', 'd', ['2023-12-31']],
  ];
  expect(directoriesOf(...streams)).toEqual([
    ['categories.json', { format: 1, kind: 'category', streams: [] }],
    [
      'tags.json',
      {
        format: 1,
        kind: 'tag',
        streams: [listed('c', 2, '2024-05-31'), listed('a', 1, '2024-05-29'), listed('b', 1, '2024-05-30')],
      },
    ],
    ['sources.json', { format: 1, kind: 'source', streams: [listed('d', 1, '2023-12-31')] }],
  ]);
});

test('the sections are the twelve largest categories', () => {
  const streams = Array.from(
    { length: 13 },
    (_stream, index): Stream => [
      'category',
      `c${index + 10}`,
      index === 7 ? ['2024-05-31', '2024-05-30'] : ['2024-05-31'],
    ],
  );
  const sections = sectionsOf(namesOf([...streams, ['tag', 'a', ['2024-05-31']]]));
  expect(sections).toHaveLength(12);
  expect(sections.slice(0, 2)).toEqual([
    { slug: 'c17', name: 'C17', count: 2 },
    { slug: 'c10', name: 'C10', count: 1 },
  ]);
});

test('a directory of 2,000 is a small file', () => {
  const streams = Array.from({ length: 2000 }, (_stream, index): Stream => {
    const slug = `${String.fromCodePoint(0x4e00 + ((index * 7919) % 6000), 0x4e00 + ((index * 104_729) % 6000))}题材`;
    const day = `2024-0${1 + (index % 9)}-${10 + (index % 19)}`;
    return ['tag', slug, Array.from({ length: 1 + (index % 97) }, () => day)];
  });
  const [, tags] = directoryFiles(namesOf(streams));
  expect(gzipSync(tags?.bytes ?? '').length).toBeLessThan(24 * 1024);
});
