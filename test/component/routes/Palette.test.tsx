import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Locale } from '#messages/messages.ts';
import { FORMAT, type Listed, type NamedKind } from '#shared/archive.ts';
import { directoryFile, slugOf } from '#shared/paths.ts';
import { type FakeArchive, fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const POSTS = [
  ...manyPosts(3, { categories: ['fish'], tags: ['tide'], source: 'Harbour Post' }),
  { title: '港口', date: '2024-05-30T09:00:00+08:00', address: '/port/', categories: ['harbour'] },
];

test.each([
  ['zh-Hans', '前往', '栏目、标签、来源或日期', 'harb', 'Harbour2 篇'],
  ['en', 'Go to', 'Section, tag, source or day', 'HARB', 'Harbour2 posts'],
] as const)('in %s, by keyboard: opens, finds a category by a part of its name, and leads there', async (...words) => {
  const [locale, title, label, typed, option] = words;
  const { user } = await openPalette(locale);
  const dialog = within(await screen.findByRole('dialog', { name: title }));
  const field = dialog.getByRole('combobox', { name: label });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard(typed);
  await waitFor(() => expect(activeOption()?.textContent).toBe(option));
  await user.keyboard('{ArrowDown}');
  expect(activeOption()?.textContent).toMatch(/^Harbour Post/);
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(shownAddress()).toBe('/category/harbour/'));
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
});

test('arrows go round, the largest stands first, and a new text begins at the first', async () => {
  const { user } = await openPalette();
  await user.keyboard('h');
  await screen.findByRole('option', { name: /^Harbour2 篇/ });
  await user.keyboard('{ArrowUp}');
  expect(activeOption()?.textContent).toMatch(/^Harbour Post/);
  await user.keyboard('a');
  expect(activeOption()?.textContent).toBe('Harbour2 篇');
});

test.each([
  ['2022-05-30', '2022年5月30日星期一', '/2022/05/30/'],
  ['5月30日', '2024年5月30日星期四', '/2024/05/30/'],
  ['昨天', '2024年5月30日星期四', '/2024/05/30/'],
  ['2022年5月', '2022年5月', '/?from=2022-05'],
])('%s is a day or month, in the site’s zone', async (typed, name, address) => {
  vi.useFakeTimers({ now: Date.UTC(2024, 4, 30, 16, 30), toFake: ['Date'] });
  await openPalette();
  fireEvent.change(await screen.findByRole('combobox'), { target: { value: typed } });
  expect(activeOption()?.textContent).toBe(name);
  expect(activeOption()?.getAttribute('href')).toBe(address);
});

test('what comes later does not take the place of what was chosen', async () => {
  const archive = archiveWithDirectories();
  const answers: (() => void)[] = [];
  const held = new Promise<void>((resolve) => void answers.push(resolve));
  const fetch: typeof archive.fetch = async (url, init) => {
    if (String(url).includes('categories')) await held;
    return archive.fetch(url, init);
  };
  const { user } = await openPalette('zh-Hans', { ...archive, fetch });
  await user.keyboard('h');
  await waitFor(() => expect(activeOption()?.textContent).toMatch(/^Harbour Post/));
  await user.keyboard('{ArrowDown}{ArrowUp}');
  const chosen = activeOption()?.textContent;
  for (const answer of answers) answer();
  await screen.findByRole('option', { name: /^Harbour2 篇/ });
  expect(activeOption()?.textContent).toBe(chosen);
});

test('a Chinese name is found by the initials of its pinyin', async () => {
  const { user } = await openPalette();
  await user.keyboard('cx');
  expect((await screen.findByRole('option', { name: /^潮汐/ })).getAttribute('href')).toBe(encodeURI('/tag/潮汐/'));
});

test('Enter that ends a composition opens nothing', async () => {
  const { user } = await openPalette();
  const field = await screen.findByRole('combobox');
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
  fireEvent.keyDown(field, { key: 'ArrowDown', isComposing: true });
  expect(activeOption()?.textContent).toBe('首页');
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(shownAddress()).toBe('/categories/'));
});

test('what nothing is called is said', async () => {
  const { user } = await openPalette();
  await screen.findByRole('combobox');
  await user.keyboard('zzz');
  await screen.findByText('没有找到“zzz”。');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('without the directories screens and days still open, and they can be asked for again', async () => {
  const archive = archiveWithDirectories();
  const kept = archive.files.get('categories.json');
  archive.files.delete('categories.json');
  const { user } = await openPalette('zh-Hans', archive);
  await screen.findByText('名称未能载入。页面和日期仍可打开。');
  fireEvent.change(screen.getByRole('combobox'), { target: { value: '归档' } });
  expect(activeOption()?.getAttribute('href')).toBe('/archive/');
  if (kept) archive.files.set('categories.json', kept);
  await user.click(screen.getByRole('button', { name: '再试一次' }));
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'fish' } });
  await screen.findByRole('option', { name: /^fish/i });
});

test('Back closes it, and the screen stays', async () => {
  await openPalette();
  await screen.findByRole('dialog');
  window.history.back();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(shownAddress()).toBe('/');
  screen.getByRole('heading', { level: 1, name: '晨报' });
});

test('it opens by its button, and leads to the keys', async () => {
  const user = await openReader(archiveWithDirectories(), '/');
  const bar = within(await screen.findByRole('navigation', { name: '本站导航' }));
  await user.click(bar.getByRole('button', { name: '前往' }));
  await user.click(within(await screen.findByRole('dialog', { name: '前往' })).getByRole('button', { name: '快捷键' }));
  await screen.findByRole('dialog', { name: '快捷键' });
});

function activeOption(): HTMLElement | null {
  const id = screen.getByRole('combobox').getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id);
}

async function openPalette(locale: Locale = 'zh-Hans', archive = archiveWithDirectories()) {
  const user = await openReader(archive, '/', locale);
  await screen.findByRole('heading', { level: 1 });
  await screen.findAllByRole('button', { name: /前往|Go to/ });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog');
  return { user };
}

function archiveWithDirectories(): FakeArchive {
  const archive = fakeArchive(POSTS);
  write(archive, 'category', { Harbour: 2, Fish: 1 });
  write(archive, 'tag', { 潮汐: 3 });
  write(archive, 'source', { 'Harbour Post': 3 });
  return archive;
}

function write({ files }: FakeArchive, kind: NamedKind, counts: Readonly<Record<string, number>>): void {
  const streams = Object.entries(counts).map(([name, count]): Listed => {
    return { slug: slugOf(name), name, count, day: '2024-05-31' };
  });
  files.set(directoryFile(kind), new TextEncoder().encode(JSON.stringify({ format: FORMAT, kind, streams })));
}
