import { expect, test } from 'vitest';
import { inspect } from '#builder/inspect.ts';
import { type Files, makeFolder } from './folders.ts';
import { postText } from './posts.ts';

function linesOf(files: Files) {
  const { lines, skipped } = inspect(makeFolder(files), Date.UTC(2026, 10, 21));
  return { lines: [...lines], skipped };
}

test('a post has the fields that Jekyll knows', () => {
  const { lines, skipped } = linesOf({
    '_config.yml': 'timezone: Asia/Shanghai',
    'harbour/_posts/2024-05-30-Tide.md': postText(
      { layout: 'post', tags: '潮 汐', date: '2024-05-30 09:00' },
      '**潮**',
    ),
  });
  expect(lines).toEqual([
    {
      path: 'harbour/_posts/2024-05-30-Tide.md',
      url: '/harbour/2024/05/30/Tide.html',
      file: '/harbour/2024/05/30/Tide.html',
      id: '/harbour/2024/05/30/Tide',
      title: 'Tide',
      slug: 'Tide',
      date: '2024-05-30T09:00:00+08:00',
      categories: ['harbour'],
      tags: ['潮', '汐'],
      layout: 'post',
      draft: false,
      content: '<p><strong>潮</strong></p>\n',
      shadowed_by: null,
      position: 0,
    },
  ]);
  expect(skipped).toEqual([]);
});

test('a post at the address of another says which one Jekyll leaves', () => {
  const { lines } = linesOf({
    '_posts/2024-05-30-a.md': postText({ permalink: '/tide/' }),
    '_posts/2024-05-31-b.md': postText({ permalink: '/tide/index.html' }),
  });
  expect(lines).toEqual([
    expect.objectContaining({ path: '_posts/2024-05-31-b.md', shadowed_by: null, position: 0 }),
    expect.objectContaining({ path: '_posts/2024-05-30-a.md', shadowed_by: '_posts/2024-05-31-b.md', position: 1 }),
  ]);
});

test('a post that only we would publish is among the skipped', () => {
  const { lines, skipped } = linesOf({
    '_posts/2024-05-30-a.md': postText({ date: '+0800' }),
    '_posts/2024-05-31-b.md': postText({ title: 'x' }),
  });
  expect(lines).toHaveLength(1);
  expect(skipped).toEqual([{ path: '_posts/2024-05-30-a.md', reason: expect.stringContaining('invalid date') }]);
});
