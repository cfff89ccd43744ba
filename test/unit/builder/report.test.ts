import { expect, test } from 'vitest';
import { compareText, problemLine, Report } from '#builder/report.ts';

const problem = (file: string, found: string) => ({ file, found, remedy: 'Correct it.' });

test('the same finding in the same file counts once', () => {
  const report = new Report();
  for (const each of [problem('a.md', 'x'), problem('a.md', 'x'), problem('b.md', 'x'), problem('b.md', 'y')])
    report.add(each);
  expect(report.problems).toHaveLength(3);
});

test('problems are in order of file and finding, whatever came first', () => {
  const report = new Report();
  for (const each of [problem('é.md', 'x'), problem('b.md', 'y'), problem('b.md', 'x'), problem('Z.md', 'x')])
    report.add(each);
  expect(report.sorted().problems.map(({ file, found }) => file + found)).toEqual(['Z.mdx', 'b.mdx', 'b.mdy', 'é.mdx']);
});

test('a problem is one line: file, finding, remedy', () => {
  expect(problemLine(problem('_posts/a.md', 'no date'))).toBe('_posts/a.md: no date. Correct it.');
});

test('texts are ordered by code unit', () => {
  expect(['b', 'B', 'ä', 'a', '潮', '１'].toSorted(compareText)).toEqual(['B', 'a', 'b', 'ä', '潮', '１']);
});
