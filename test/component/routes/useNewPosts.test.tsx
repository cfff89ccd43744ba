// New posts while a list is read.
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { type FakeArchive, fakeArchive, type FakePost, manyPosts } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NEWEST_MS = Date.UTC(2024, 4, 31, 9);
const OLD = manyPosts(40, { categories: ['渔市'] }).map((post, index): FakePost => {
  return { ...post, address: `/old/${index}/`, date: new Date(NEWEST_MS - index * HOUR_MS).toISOString().slice(0, 19) };
});
const NEW: readonly FakePost[] = [
  { title: '号外', address: '/new/1/', date: '2024-05-31T11:00:00', categories: ['渔市'] },
  { title: '快讯', address: '/new/2/', date: '2024-05-31T10:00:00' },
];

let archive: FakeArchive;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2024-05-31T12:00:00+08:00') });
  archive = fakeArchive(OLD);
});

test.each([
  ['the front page', '/', '2 条新消息', ['快讯', '第 1 篇', '第 2 篇'], '第 1 篇'],
  ['a category', '/category/渔市/', '1 条新消息', ['号外', '第 1 篇', '第 2 篇'], '第 1 篇'],
])('on %s they are told, and shown when they are taken', async (_name, address, told, titles, marked) => {
  const user = await openReader(archive, address);
  await screen.findByText('第 32 篇');
  const before = rows();
  publish([...NEW, ...OLD]);
  await aMinute();
  const button = await screen.findByRole('button', { name: told });
  expect(rows()).toEqual(before);
  await user.click(button);
  await waitFor(() => expect(rows().slice(0, 3)).toEqual(titles));
  expect(screen.queryByRole('button', { name: told })).toBeNull();
  within(screen.getByRole('article', { name: marked })).getByText('你上次读到这里');
  await waitFor(() => expect(document.activeElement?.textContent).toBe(titles[0]));
});

test('offline, what the kept copy has is told with its age', async () => {
  await openReader(archive, '/');
  await screen.findByText('第 32 篇');
  publish([...NEW, ...OLD]); // As the worker would answer.
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await aMinute();
  await screen.findByRole('button', { name: /^2 条新消息 · 数据至 / });
  vi.restoreAllMocks();
});

test('a list that is opened anew begins with them; one that is come back to stays', async () => {
  const user = await openReader(archive, '/');
  await screen.findByText('第 32 篇');
  publish([...NEW, ...OLD]);
  await aMinute();
  await screen.findByRole('button', { name: '2 条新消息' });
  await user.click(screen.getByText('第 5 篇'));
  await screen.findByRole('heading', { level: 1, name: '第 5 篇' });
  act(() => window.history.back());
  await screen.findByRole('button', { name: '2 条新消息' });
  expect(rows()[0]).toBe('第 2 篇');
  await user.click(within(screen.getByRole('navigation', { name: '栏目' })).getByRole('link', { name: /^渔市/ }));
  await screen.findByRole('article', { name: '号外' });
});

test('without new headlines, or without a connection, nothing is said', async () => {
  await openReader(archive, '/');
  await screen.findByText('第 32 篇');
  publish(OLD);
  await aMinute();
  archive.isOffline = true;
  await aMinute();
  expect(screen.queryByRole('button', { name: /新消息/ })).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('while nothing comes, it is asked for ever more seldom', async () => {
  await openReader(archive, '/');
  await screen.findByText('第 32 篇');
  archive.isOffline = true;
  const before = archive.asked.length;
  for (let minute = 0; minute < 60; minute++) await aMinute();
  const asked = archive.asked.slice(before).filter((path) => path === 'manifest.json').length;
  expect(asked).toBeGreaterThan(3);
  expect(asked).toBeLessThan(10);
});

/** Publishes other posts in the place of those that are there. */
function publish(posts: readonly FakePost[]): void {
  const { files } = fakeArchive(posts);
  const manifest: object = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify({ ...manifest, generation: 'b' })));
  archive.files.clear();
  for (const [path, bytes] of files) archive.files.set(path, bytes);
}

async function aMinute(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(MINUTE_MS));
}

function rows(): readonly (string | null)[] {
  const headings = within(screen.getByRole('feed')).getAllByRole('heading', { level: 3 });
  return headings.map(({ textContent }) => textContent);
}
