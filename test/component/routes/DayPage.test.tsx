import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

// An hour apart, so 10 on 31 May, 24 on the days before, and 6 on the first.
const POSTS = manyPosts(40);

test('a day has its own headlines, of which each tells its place among them', async () => {
  await openReader(fakeArchive(POSTS), '/2024/05/31/');
  await screen.findByRole('heading', { level: 1, name: '2024年5月31日星期五' });
  screen.getByText('10 篇', { selector: 'header p' });
  const rows = await screen.findAllByRole('article');
  expect(rows.map((row) => row.getAttribute('aria-posinset'))).toEqual(
    Array.from({ length: 10 }, (_row, i) => `${i + 1}`),
  );
  expect(rows[0]?.getAttribute('aria-setsize')).toBe('10');
});

test('its rows have the clocks of their posts', async () => {
  await openReader(fakeArchive(POSTS), '/2024/05/31/');
  within(await screen.findByRole('article', { name: '第 3 篇' })).getByText('07:00');
});

test('the days beside it lead on, over days without posts', async () => {
  const old = { title: '旧闻', date: '2021-01-01T09:00:00+08:00' };
  const user = await openReader(fakeArchive([...POSTS, old]), '/2024/05/29/');
  const [older] = await screen.findAllByRole('link', { name: /2021年1月1日/ });
  screen.getAllByRole('link', { name: /2024年5月30日/ });
  if (older) await user.click(older);
  await screen.findByRole('article', { name: '旧闻' });
  expect(shownAddress()).toBe('/2021/01/01/');
});

test('a day without posts says so, and leads to those beside it', async () => {
  await openReader(fakeArchive(POSTS), '/2024/05/20/');
  await screen.findByText('“2024年5月20日星期一”里还没有文章。');
  screen.getByRole('link', { name: /2024年5月29日/ });
});

test('in English, it is named in English', async () => {
  await openReader(fakeArchive(POSTS), '/2024/05/31/', 'en');
  await screen.findByRole('heading', { level: 1, name: 'Friday, May 31, 2024' });
});
