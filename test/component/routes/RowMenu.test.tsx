import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { presentMarks } from '#device/marks.ts';
import { forgetReadMarks } from '#device/readMarks.ts';
import { dropPosts, forgetDropped, loadSaved, savedAt } from '#device/savedPosts.ts';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

afterEach(async () => {
  await dropPosts((await loadSaved()).map(({ address }) => address));
  forgetDropped();
  await forgetReadMarks();
});

const ARCHIVE = () => fakeArchive(manyPosts(100));

async function openMenu(title: string) {
  const user = await openReader(ARCHIVE(), '/');
  await screen.findByText('第 32 篇', undefined, { timeout: 10_000 });
  const button = screen.getByRole('button', { name: `更多操作：${title}` });
  await user.click(button);
  const menu = within(await screen.findByRole('dialog', { name: title }));
  return { user, button, press: (name: string) => user.click(menu.getByRole('button', { name })), menu };
}

/** The titles of rows that count as read. */
function readTitles(): (string | null)[] {
  return screen
    .queryAllByRole('heading', { level: 3 })
    .flatMap((title) => (title.closest('[data-read="true"]') ? title.textContent : []));
}

/** How many of the ten newest posts count as read. */
function readCount(): number {
  const newest = Array.from({ length: 10 }, (_post, index) => `/news/2024/05/31/post-${index + 1}.html`);
  return newest.filter((address) => presentMarks().isRead?.({ address, title: '', time: '2024-05-31T09:00' })).length;
}

test('a row is saved with its text, says so, and is dropped again', async () => {
  const { user, button, press } = await openMenu('第 5 篇');
  await press('收藏');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(button.closest('[data-saved]')).not.toBeNull();
  const address = '/news/2024/05/31/post-5.html';
  await waitFor(async () => expect((await savedAt(address))?.article?.html).toBe('<p>正文。</p>'));
  await user.click(button);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '取消收藏' }));
  await waitFor(() => expect(button.closest('[data-saved]')).toBeNull());
});

test('a row is marked as read, and as unread', async () => {
  const { user, button, press } = await openMenu('第 5 篇');
  await press('标为已读');
  await waitFor(() => expect(readTitles()).toEqual(['第 5 篇']));
  await user.click(button);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '标为未读' }));
  await waitFor(() => expect(readTitles()).toEqual([]));
});

test('a row and all above it are marked as read, those that stand elsewhere too, and that is taken back', async () => {
  const { user, press } = await openMenu('第 5 篇');
  await press('这篇及以上都标为已读');
  await waitFor(() => expect(readCount()).toBe(5));
  await user.click(await screen.findByRole('button', { name: '撤销' }));
  await waitFor(() => expect(readCount()).toBe(0));
});

test('its link is copied', async () => {
  const { press, menu } = await openMenu('第 5 篇');
  await press('复制链接');
  await menu.findByText('已复制');
  expect(await navigator.clipboard.readText()).toBe(`${window.location.origin}/news/2024/05/31/post-5.html`);
});

test('the keys s and f save and drop the row that has the focus, and no other', async () => {
  const user = await openReader(ARCHIVE(), '/');
  await screen.findByText('第 32 篇', undefined, { timeout: 10_000 });
  await user.keyboard('s');
  expect(presentMarks().saved.size).toBe(0);
  await user.keyboard('jjs');
  await waitFor(() => expect([...presentMarks().saved]).toEqual(['/news/2024/05/31/post-3.html']));
  await user.keyboard('f');
  await waitFor(() => expect(presentMarks().saved.size).toBe(0));
});
