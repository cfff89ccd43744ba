import { expect, test } from 'vitest';
import { type Summary, summaryLines } from '#builder/commands/summaryLines.ts';
import type { ProblemKind } from '#builder/report.ts';

const QUIET: Summary = {
  ...{
    name: 'site',
    mode: 'changed',
    posts: 1,
    added: 0,
    changed: 0,
    removed: 0,
    problems: [],
    skipped: 0,
    leftOut: 0,
  },
  ...{ files: 30, bytes: 900, written: 0, retired: 0, deleted: 0, seconds: 0.34 },
};

const problem = (kind: ProblemKind) => ({ kind, file: 'a.md', found: 'x', remedy: 'Correct it.' });

test('a publish in which something happened', () => {
  const lines = summaryLines({
    ...{ name: 'site', mode: 'changed', posts: 100_020, added: 20, changed: 1, removed: 2, skipped: 4, leftOut: 1 },
    ...{ files: 61_003, bytes: 450_992_333, written: 1038, retired: 12, deleted: 5, seconds: 0.81 },
    problems: [problem('encoding'), problem('date'), problem('date')],
  });
  expect(lines).toEqual([
    'site: 100,020 posts, 61,003 files, 430.1 MB',
    '  posts     20 new, 1 changed, 2 removed',
    '  files     1,038 written, 12 retired, 5 deleted',
    '  problems  1 encoding, 2 date',
    '  aside     4 that Jekyll leaves out, 1 not copied',
    '  took      0.8 s for what changed',
    '--report <file> lists problems and files aside.',
  ]);
});

test('one in which nothing happened says so by its silence', () => {
  expect(summaryLines(QUIET)).toEqual(['site: 1 post, 30 files, 900 bytes', '  took  0.3 s for what changed']);
});

test.each<[number, Summary['mode'], string]>([
  [9.96, 'full', '10.0 s for all posts'],
  [59.7, 'full', '1 min 0 s for all posts'],
  [75, 'changed', '1 min 15 s for what changed'],
  [3600, 'full', '1 h 0 min for all posts'],
])('%d seconds of a %s publish took %s', (seconds, mode, text) => {
  expect(summaryLines({ ...QUIET, seconds, mode })[1]).toBe(`  took  ${text}`);
});

test.each([
  [0, '0 bytes'],
  [1024, '1.0 KB'],
  [1_500_000_000, '1.4 GB'],
  [5_000_000_000_000, '4656.6 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(summaryLines({ ...QUIET, bytes })[0]).toBe(`site: 1 post, 30 files, ${text}`);
});
