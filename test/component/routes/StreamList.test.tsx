// Lists without a layout: jsdom gives no row a height, so a list holds its first rows. How it scrolls is a journey's.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { chooseSetting, resetSettings } from '#device/settings.ts';
import { fakeArchive, type FakePost, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

describe.each([
  ['the front page', '/', 1],
  ['a category', '/category/渔市/', 0],
])('on %s', (_name, address, leads) => {
  const posts = manyPosts(400, { categories: ['渔市'] });

  test('the list is a feed that tells which of how many each row is', async () => {
    await openReader(fakeArchive(posts), address);
    await screen.findByText('第 32 篇');
    const rows = within(screen.getByRole('feed')).getAllByRole('article');
    expect(rows).toHaveLength(32);
    expect(rows[0]?.getAttribute('aria-posinset')).toBe(String(1 + leads));
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('400');
    within(screen.getByRole('feed')).getByRole('article', { name: '第 30 篇' });
  });

  test('a link to the middle of the list begins there', async () => {
    await openReader(fakeArchive(posts), `${address}?from=2024-05-20`);
    const row = await screen.findByRole('article', { name: '第 251 篇' });
    expect(row.getAttribute('aria-posinset')).toBe('251');
    expect(titles()).not.toContain('第 2 篇');
  });

  test('the row that was opened has the focus when the reader comes back', async () => {
    const user = await openReader(fakeArchive(posts), address);
    await user.click(await screen.findByText('第 30 篇'));
    await screen.findByRole('heading', { level: 1, name: '第 30 篇' });
    window.history.back();
    await waitFor(() => expect(document.activeElement?.closest('article')?.getAttribute('aria-posinset')).toBe('30'));
    expect(shownAddress()).toBe(`${address}?from=2024-05-30T04`);
  });

  test('keys go from row to row, to both ends, and open', async () => {
    const user = await openReader(fakeArchive(posts), address);
    await screen.findByText('第 32 篇');
    await user.keyboard('jjj');
    expect(document.activeElement?.textContent).toBe(`第 ${3 + leads} 篇`);
    await user.keyboard('k');
    expect(document.activeElement?.textContent).toBe(`第 ${2 + leads} 篇`);
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('第 400 篇'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe(`第 ${1 + leads} 篇`));
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: `第 ${1 + leads} 篇` });
  });
});

test.each(['yesterday', '2024-5', '../manifest', '', '1999'])('from “%s” is the top', async (from) => {
  await openReader(fakeArchive(manyPosts(30)), `/?from=${encodeURIComponent(from)}`);
  await screen.findByText('第 30 篇');
  expect(titles()).toEqual(Array.from({ length: 29 }, (_title, index) => `第 ${index + 2} 篇`));
});

test('single keys that are turned off do nothing', async () => {
  const user = await openReader(fakeArchive(manyPosts(30)), '/');
  await screen.findByText('第 30 篇');
  chooseSetting('keys', 'off');
  await user.keyboard('j');
  resetSettings();
  expect(document.activeElement?.closest('[role=feed]')).toBeNull();
});

test('a list names each day once, with how many posts it has', async () => {
  await openReader(fakeArchive([...manyPosts(30), ...minutesOf('2022-06', 3)]), '/');
  await screen.findByText('2022-06 0');
  const days = within(screen.getByRole('feed')).getAllByRole('heading', { level: 2 });
  expect(days.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('10 篇'),
    expect.stringContaining('20 篇'),
    '2022年6月1日星期三3 篇',
  ]);
});

test('a month out of the date control leads there, and Back leads back', async () => {
  const user = await openReader(fakeArchive([...manyPosts(30), ...minutesOf('2022-06', 40)]), '/');
  await user.click(await screen.findByRole('button', { name: /选择其他日期/ }));
  const dialog = within(await screen.findByRole('dialog', { name: '选择日期' }));
  await user.click(dialog.getByText('2022年'));
  await user.click(await dialog.findByRole('link', { name: /2022年6月/ }));
  await screen.findByRole('article', { name: '2022-06 39' });
  expect(shownAddress()).toBe('/?from=2022-06');
  window.history.back();
  await screen.findByRole('article', { name: '第 2 篇' });
});

test('when older posts do not come, the rows that are there stay, and they can be asked for again', async () => {
  const archive = fakeArchive(manyPosts(400));
  const periods = [...archive.files].filter(([path]) => path.startsWith('streams/all/2024'));
  for (const [path] of periods) archive.files.delete(path);
  const user = await openReader(archive, '/');
  expect((await screen.findByRole('alert')).textContent).toContain('数据没有取到');
  expect(titles()).toContain('第 20 篇');
  for (const [path, bytes] of periods) archive.files.set(path, bytes);
  await user.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByText('第 32 篇');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('when the list of all posts does not come, the newest stand there', async () => {
  const archive = fakeArchive(manyPosts(400));
  const head = archive.files.get('streams/all/head.json') ?? new Uint8Array();
  archive.files.delete('streams/all/head.json');
  const user = await openReader(archive, '/');
  await screen.findByRole('alert');
  expect(titles()).toHaveLength(19);
  archive.files.set('streams/all/head.json', head);
  await user.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByText('第 32 篇');
});

test('in the compact density a row is one line', async () => {
  const archive = fakeArchive(manyPosts(3, { digest: '港务局称浓雾已散。', categories: ['渔市'] }));
  const user = await openReader(archive, '/');
  await screen.findAllByText('港务局称浓雾已散。');
  await user.click(await screen.findByRole('button', { name: '紧凑' }));
  expect(within(screen.getByRole('feed')).queryByText('港务局称浓雾已散。')).toBeNull();
  await user.click(screen.getByRole('button', { name: '紧凑' }));
  within(screen.getByRole('feed')).getAllByText('港务局称浓雾已散。');
});

function titles(): readonly (string | null)[] {
  return screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
}

/** Posts a minute apart on the first day of a month, the oldest first. */
function minutesOf(month: string, count: number): readonly FakePost[] {
  return Array.from({ length: count }, (_post, index) => {
    const clock = new Date(index * 60_000).toISOString().slice(11, 19);
    const address = `/${month.replace('-', '/')}/01/${index}/`;
    return { title: `${month} ${index}`, date: `${month}-01T${clock}+08:00`, address };
  });
}

test('the focus stays on its row when the whole list takes the place of the first rows', async () => {
  const user = await openReader(fakeArchive(manyPosts(60)), '/?from=2024-05-30');
  await screen.findByRole('article', { name: '第 12 篇' });
  await user.click(screen.getByRole('link', { name: '最新' }));
  const before = within(await screen.findByRole('feed')).getByRole('link', { name: '第 3 篇' });
  before.focus();
  await screen.findByText('第 32 篇');
  expect(document.activeElement?.textContent).toBe('第 3 篇');
});
