import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { fakeArchive, type FakePost, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const OLDER = { name: '更早的文章' };

describe.each([
  ['the front page', '/', 1],
  ['a category', '/category/渔市/', 0],
])('on %s', (_name, address, leads) => {
  const posts = manyPosts(400, { categories: ['渔市'] });

  test('the button adds the next period below, without repeating a row', async () => {
    const user = await openReader(fakeArchive(posts), address);
    await user.click(await screen.findByRole('button', OLDER));
    // The 21st lies on the day before, with hours 23 to 0; the first 20 hold the ten newest of that day.
    await screen.findByText('第 34 篇');
    expect(rows()).toEqual(titles(1 + leads, 34));
    expect(shownAddress()).toBe(`${address}?from=2024-05-30`);
    await user.click(screen.getByRole('button', OLDER));
    await screen.findByText('第 58 篇');
    expect(rows()).toEqual(titles(1 + leads, 58));
    expect(shownAddress()).toBe(`${address}?from=2024-05-29`);
  });

  test('the focus goes to the first new row', async () => {
    const user = await openReader(fakeArchive(posts), address);
    await user.click(await screen.findByRole('button', OLDER));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('第 21 篇'));
  });

  test('a grown list has no entry in the history', async () => {
    const user = await openReader(fakeArchive(posts), address);
    const before = window.history.length;
    await user.click(await screen.findByRole('button', OLDER));
    await screen.findByText('第 34 篇');
    expect(window.history.length).toBe(before);
  });

  test('coming back from an article, the list is as long as it was', async () => {
    const user = await openReader(fakeArchive(posts), address);
    await user.click(await screen.findByRole('button', OLDER));
    await user.click(await screen.findByText('第 30 篇'));
    await screen.findByRole('heading', { level: 1, name: '第 30 篇' });
    window.history.back();
    await screen.findByText('第 34 篇');
    expect(rows()).toEqual(titles(1 + leads, 34));
  });

  test('a link to the middle of the list begins there, with the way to the newest', async () => {
    const user = await openReader(fakeArchive(posts), `${address}?from=2024-05-29`);
    const newest = await screen.findByRole('link', { name: '↑ 回到最新' });
    expect(rows()).toEqual(titles(35, 58));
    await user.click(newest);
    await screen.findByText('第 1 篇');
    expect(rows()).toEqual(titles(1 + leads, 20));
    expect(shownAddress()).toBe(address);
  });
});

test.each(['yesterday', '2024-5', '../manifest', '', '2024-05-30~a'])('from “%s” is the top', async (from) => {
  await openReader(fakeArchive(manyPosts(30)), `/?from=${encodeURIComponent(from)}`);
  await screen.findByText('第 20 篇');
  expect(rows()).toEqual(titles(2, 20));
  expect(screen.queryByText('↑ 回到最新')).toBeNull();
});

test('a link to a month begins with its newest', async () => {
  const archive = fakeArchive([...manyPosts(30), ...minutesOf('2022-06', 120), ...minutesOf('2022-05', 40)]);
  await openReader(archive, '/?from=2022-05');
  await screen.findByRole('link', { name: '↑ 回到最新' });
  expect(rows()).toHaveLength(40);
  expect(rows()[0]).toBe('2022-05 39');
  screen.getByRole('heading', { level: 2, name: '2022年5月1日星期日' });
});

test('at the end of a list there is no button', async () => {
  const user = await openReader(fakeArchive(manyPosts(30)), '/');
  await user.click(await screen.findByRole('button', OLDER));
  await screen.findByText('已经到底了');
  expect(rows()).toEqual(titles(2, 30));
  expect(screen.queryByRole('button', OLDER)).toBeNull();
});

test('a list that is short is at its end at once', async () => {
  const archive = fakeArchive(manyPosts(20));
  await openReader(archive, '/');
  await screen.findByText('已经到底了');
  expect(screen.queryByRole('button', OLDER)).toBeNull();
});

test('a list begun in the middle ends where nothing is older', async () => {
  const user = await openReader(fakeArchive([...manyPosts(30), ...minutesOf('2022-05', 5)]), '/?from=2022');
  await user.click(await screen.findByRole('button', OLDER));
  await screen.findByText('已经到底了');
});

test('the end of one list is not the end of the next', async () => {
  const user = await openReader(fakeArchive([...manyPosts(30), ...minutesOf('2022-05', 5)]), '/?from=2022');
  await user.click(await screen.findByRole('button', OLDER));
  await screen.findByText('已经到底了');
  await user.click(screen.getByRole('link', { name: '↑ 回到最新' }));
  await screen.findByText('第 1 篇');
  expect(screen.queryByRole('button', OLDER)).not.toBeNull();
});

test.each(['/', '/category/渔市/'])('on %s, a period that the stream does not have is the top', async (address) => {
  const user = await openReader(fakeArchive(manyPosts(30, { categories: ['渔市'] })), `${address}?from=1999`);
  await screen.findByRole('link', { name: '第 1 篇' });
  expect(screen.queryByText('↑ 回到最新')).toBeNull();
  await user.click(screen.getByRole('button', OLDER));
  await screen.findByText('第 30 篇');
  expect(shownAddress()).toBe(`${address}?from=2024`);
});

test('when older posts do not come, the list stays, says so, and can be asked again', async () => {
  const archive = fakeArchive(manyPosts(30));
  const user = await openReader(archive, '/');
  const older = await screen.findByRole('button', OLDER);
  archive.isOffline = true;
  await user.click(older);
  expect((await screen.findByRole('alert')).textContent).toContain('数据没有取到');
  expect(rows()).toEqual(titles(2, 20));
  archive.isOffline = false;
  await user.click(screen.getByRole('button', OLDER));
  await screen.findByText('第 30 篇');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a failure below one place of a list is not said below another', async () => {
  const archive = fakeArchive(manyPosts(400));
  const user = await openReader(archive, '/?from=2024-05-29');
  const older = await screen.findByRole('button', OLDER);
  archive.isOffline = true;
  await user.click(older);
  await screen.findByRole('alert');
  await user.click(screen.getByText('↑ 回到最新'));
  await screen.findByText('第 1 篇');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('while older posts are on their way the button says so and takes no second press', async () => {
  const archive = fakeArchive(manyPosts(30));
  const user = await openReader(archive, '/');
  const older = await screen.findByRole('button', OLDER);
  const waiting: (() => void)[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return archive.fetch(url);
  });
  await user.click(older);
  const busy = await screen.findByRole('button', { name: '正在载入更早的文章…' });
  expect([busy.getAttribute('aria-disabled'), document.activeElement]).toEqual(['true', busy]);
  const asked = waiting.length;
  await user.click(busy);
  expect(waiting).toHaveLength(asked);
  vi.stubGlobal('fetch', archive.fetch);
  for (const letGo of waiting) letGo();
  await screen.findByText('第 30 篇');
});

test('older posts that come when the reader has gone on do not call them back', async () => {
  const archive = fakeArchive(manyPosts(30));
  const user = await openReader(archive, '/');
  const older = await screen.findByRole('button', OLDER);
  const waiting: (() => void)[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.includes('/streams/all/2024.json')) await new Promise<void>((resolve) => waiting.push(resolve));
    return archive.fetch(url);
  });
  await user.click(older);
  await waitFor(() => expect(waiting).toHaveLength(1));
  await user.click(screen.getByText('第 3 篇'));
  await screen.findByRole('heading', { level: 1, name: '第 3 篇' });
  for (const letGo of waiting) letGo();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(shownAddress()).toContain('/post-3.html');
});

test('a list that was begun at the top, but has since lost its join with the newest, has no hole', async () => {
  await openReader(fakeArchive(manyPosts(400)), '/');
  await screen.findByText('第 20 篇');
  comeBack('/?from=2024-05-29', { periods: ['2024-05-29'], isFromTop: true });
  await screen.findByRole('link', { name: '↑ 回到最新' });
  expect(rows()).toEqual(titles(35, 58));
});

test('newest headlines that fill a period go on in the next, and stay above it', async () => {
  const [june, may] = [minutesOf('2024-06', 20), minutesOf('2024-05', 140)];
  const user = await openReader(fakeArchive([...june, ...may, ...minutesOf('2024-04', 20)]), '/');
  await user.click(await screen.findByRole('button', OLDER));
  await screen.findByText('2024-05 0');
  expect(shownAddress()).toBe('/?from=2024-05');
  expect(rows()).toHaveLength(159);
  expect(screen.queryByText('↑ 回到最新')).toBeNull();
});

test('new posts that come by themselves take no focus', async () => {
  vi.setSystemTime(new Date('2024-05-31T12:00:00+08:00'));
  const archive = fakeArchive(manyPosts(19));
  await openReader(archive, '/');
  const read = await screen.findByRole('link', { name: '第 5 篇' });
  read.focus();
  const grown = fakeArchive([{ title: '号外', date: '2024-05-31T11:59:00+08:00' }, ...manyPosts(19)]);
  for (const [path, bytes] of grown.files) archive.files.set(path, bytes);
  vi.setSystemTime(new Date('2024-05-31T13:00:00+08:00'));
  window.dispatchEvent(new Event('visibilitychange'));
  await screen.findByText('号外');
  expect(document.activeElement).toBe(read);
});

/** Goes to a place of this tab's history, as Back or a reload does. */
function comeBack(address: string, state: object): void {
  window.history.pushState({ usr: state, key: 'kept', idx: 1 }, '', address);
  window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }));
}

function rows(): readonly (string | null)[] {
  return screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
}

function titles(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_title, index) => `第 ${first + index} 篇`);
}

/** Posts a minute apart on the first day of a month, the oldest first. */
function minutesOf(month: string, count: number): readonly FakePost[] {
  return Array.from({ length: count }, (_post, index) => {
    const clock = new Date(index * 60_000).toISOString().slice(11, 19);
    const address = `/${month.replace('-', '/')}/01/${index}/`;
    return { title: `${month} ${index}`, date: `${month}-01T${clock}+08:00`, address };
  });
}
