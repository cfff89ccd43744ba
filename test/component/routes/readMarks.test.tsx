// What was read in lists: shown, marked and taken back.
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetReadMarks, markRead } from '#device/readMarks.ts';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

beforeEach(forgetReadMarks);
afterEach(() => vi.useRealTimers());

const ADDRESS = (number: number) => `/news/2024/05/31/post-${number}.html`;

/** Which rows are shown as read, by the number in their title. */
function readRows(): readonly number[] {
  return numbersIn('[data-read="true"]');
}

function unreadRows(): readonly number[] {
  return numbersIn('[data-read="false"]');
}

function numbersIn(selector: string): readonly number[] {
  const titles = [...document.querySelectorAll(`[role="feed"] ${selector} h3`)];
  return titles.map((title) => Number(/\d+/.exec(title.textContent)?.[0]));
}

async function openList(count = 4) {
  const posts = manyPosts(count, { categories: ['港口'] });
  const user = await openReader(fakeArchive(posts), '/category/港口/');
  await screen.findByRole('button', { name: '标为已读' });
  return user;
}

test('who has read nothing sees no marks; the first one read is dimmed and said, the others get their dot', async () => {
  await openList();
  expect([readRows(), unreadRows()]).toEqual([[], []]);
  await markRead([ADDRESS(2)]);
  await waitFor(() => expect([readRows(), unreadRows()]).toEqual([[2], [1, 3, 4]]));
  expect(screen.getByRole('link', { name: '第 2 篇' }).getAttribute('aria-description')).toBe('已读');
  expect(screen.getByRole('link', { name: '第 1 篇' }).getAttribute('aria-description')).toBeNull();
});

test('m marks the row with the focus and takes the mark away, and says so; alone it does nothing', async () => {
  const user = await openList();
  await user.keyboard('m');
  screen.getByRole('link', { name: '第 3 篇' }).focus();
  await user.keyboard('m');
  await waitFor(() => expect(readRows()).toEqual([3]));
  await screen.findByText('已标为已读');
  await user.keyboard('m');
  await screen.findByText('已标为未读');
  fireEvent.keyDown(screen.getByRole('link', { name: '第 3 篇' }), { key: 'm', repeat: true });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(readRows()).toEqual([]);
});

test('Shift+A marks all, u takes it back; u then is a key like any other', async () => {
  const user = await openList();
  await markRead([ADDRESS(2)]);
  await user.keyboard('{Shift>}A{/Shift}');
  await waitFor(() => expect(readRows()).toEqual([1, 2, 3, 4]));
  await screen.findByText('列表中的文章已全部标为已读');
  await user.keyboard('u');
  await waitFor(() => expect(readRows()).toEqual([2]));
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  await user.keyboard('u');
  expect(readRows()).toEqual([2]);
});

test('by the button all is marked, and by Undo as before, with the focus in the list', async () => {
  const user = await openList();
  await user.click(screen.getByRole('button', { name: '标为已读' }));
  const dialog = within(await screen.findByRole('dialog', { name: '标为已读' }));
  await user.click(dialog.getByRole('button', { name: '列表中的全部（4 篇）' }));
  await waitFor(() => expect(readRows()).toEqual([1, 2, 3, 4]));
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(await screen.findByRole('button', { name: '撤销' }));
  await waitFor(() => expect(unreadRows()).toEqual([]));
  expect(readRows()).toEqual([]);
  expect(document.activeElement?.getAttribute('role')).toBe('feed');
});

test('Ctrl+Z takes back, but in a field it is the field’s', async () => {
  const user = await openList();
  await user.keyboard('{Shift>}A{/Shift}');
  await screen.findByRole('button', { name: '撤销' });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox');
  await user.keyboard('{Control>}z{/Control}');
  expect(readRows()).toHaveLength(4);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: '关闭' }));
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  document.body.focus();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(readRows()).toEqual([]));
});

test('the offer to take back goes with the screen', async () => {
  const user = await openList();
  await user.keyboard('{Shift>}A{/Shift}');
  await screen.findByRole('button', { name: '撤销' });
  await user.click(screen.getAllByRole('link', { name: '最新' })[0] ?? document.body);
  await waitFor(() => expect(screen.queryByRole('button', { name: '撤销' })).toBeNull());
});

test('a section that was read leaves other sections unread', async () => {
  const harbour = manyPosts(2, { categories: ['港口'] });
  const market = manyPosts(2, { categories: ['渔市'] }).map((post, index) => ({
    ...post,
    title: `第 ${index + 8} 篇`,
  }));
  const user = await openReader(fakeArchive([...harbour, ...market]), '/category/港口/');
  await screen.findByRole('button', { name: '标为已读' });
  await user.keyboard('{Shift>}A{/Shift}');
  await waitFor(() => expect(readRows()).toEqual([1, 2]));
  await user.click(screen.getAllByRole('link', { name: '最新' })[0] ?? document.body);
  await waitFor(() => expect(readRows()).toEqual([2])); // The first is the lead.
  expect(unreadRows()).toEqual([8, 9]);
});

test('all of a day is that day alone', async () => {
  const posts = manyPosts(12);
  const user = await openReader(fakeArchive(posts), '/2024/05/31/');
  await screen.findByRole('button', { name: '标为已读' });
  await user.keyboard('{Shift>}A{/Shift}');
  await screen.findByText('列表中的文章已全部标为已读');
  await user.click(screen.getAllByRole('link', { name: '最新' })[0] ?? document.body);
  await waitFor(() => expect(unreadRows()).not.toEqual([]));
  expect(readRows()).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(unreadRows()).toEqual([11, 12]);
});

test('an article is read when its text was in sight for a second, not before, and not in the background', async () => {
  const isHidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await openReader(fakeArchive(manyPosts(1)), ADDRESS(1));
  await screen.findByText('正文。');
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const { presentMarks } = await import('#device/marks.ts');
  expect(presentMarks().isRead).toBeNull();
  isHidden.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(presentMarks().isRead).toBeNull();
  const headline = { address: ADDRESS(1), title: '', time: '2024-05-31' };
  await waitFor(() => expect(presentMarks().isRead?.(headline)).toBe(true));
  isHidden.mockRestore();
});
