import { expect, test } from 'vitest';
import { inspectArticles } from '#builder/inspectArticles.ts';
import { makeFolder } from './folders.ts';
import { postText } from './posts.ts';

const ID = '202405300000000001';

test('each file has a line, newest first, with its address, its size, and what its steps found', () => {
  const folder = makeFolder({
    '_posts/2024-05-30-a.md': postText({ title: '早潮' }, '> 潮水上午到。\n\n潮水上午到，船都出海。'),
    '_posts/2024-05-31-b.md': postText({ title: '夜航', permalink: '/' }, '夜里有雾。'),
    '_config.yml': 'broadsheet: { digest: quote }',
  });
  const { lines, report } = inspectArticles(folder, Date.UTC(2026, 10, 21));
  expect([...lines]).toEqual([
    expect.objectContaining({ path: '_posts/2024-05-31-b.md', address: '/2024/05/31/b/', title: '夜航', size: 4 }),
    expect.objectContaining({
      path: '_posts/2024-05-30-a.md',
      steps: expect.objectContaining({ takeDigest: { took: expect.objectContaining({ summary: '潮水上午到。' }) } }),
    }),
  ]);
  expect(report.problems).toHaveLength(1);
});

test('twins name each other', () => {
  const folder = makeFolder({
    [`_posts/2024-05-30-${ID}.md`]: postText({ title: '早潮' }, '短。'),
    [`_posts/2024-05-30-NW${ID}.md`]: postText({ title: '早潮' }, '这一篇更长一些。'),
    '_config.yml': 'broadsheet: { preset: eastmoney }',
  });
  expect([...inspectArticles(folder, Date.UTC(2026, 10, 21)).lines]).toEqual([
    expect.objectContaining({ path: `_posts/2024-05-30-NW${ID}.md`, twins: [`_posts/2024-05-30-${ID}.md`] }),
    expect.objectContaining({ path: `_posts/2024-05-30-${ID}.md`, twinOf: `_posts/2024-05-30-NW${ID}.md` }),
  ]);
});
