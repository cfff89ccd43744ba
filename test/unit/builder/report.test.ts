import { expect, test } from 'vitest';
import { borrowOrReport } from '#builder/find/borrowOrReport.ts';
import { publish } from '#builder/publish.ts';
import { compareText, problemLine, Report } from '#builder/report.ts';
import { APP_FOLDER, makeFolder } from './folders.ts';
import { postText } from './posts.ts';

const problem = (file: string, found: string) => ({ kind: 'date' as const, file, found, remedy: 'Correct it.' });

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

test('every problem says what it is about', async () => {
  const folder = makeFolder({
    '_config.yml': 'url: https://lanpu.example\ntimezone: Moon/Sea\n',
    '_posts/2024-05-01-encoding.md': Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
    '_posts/2024-05-01-front matter.md': '---\ntitle: "tide\n---\n',
    '_posts/2024-05-01-date.md': postText({ date: 'soon' }),
    '_posts/2024-05-01-address.md': postText({ permalink: '/:harbour/' }),
    '_posts/2024-05-01-size.md': postText({ title: 'x'.repeat(501) }),
    '_posts/2024-05-01-markup.md': postText({}, '<b>'.repeat(300)),
    '_posts/2024-05-01-liquid.md': postText({}, '{% include chart.html %}'),
  });
  const { report } = await publish({ folder, out: makeFolder(), appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 0) });
  borrowOrReport(folder, 'gone.md', report);
  const kinds = report.problems.map(({ file, kind }) => [/01-(.+)\.md/.exec(file)?.[1] ?? file, kind]);
  expect(kinds.toSorted()).toEqual([
    ['_config.yml', 'settings'],
    ['address', 'address'],
    ['date', 'date'],
    ['encoding', 'encoding'],
    ['front matter', 'front matter'],
    ['gone.md', 'file'],
    ['liquid', 'liquid'],
    ['markup', 'markup'],
    ['size', 'size'],
  ]);
});
