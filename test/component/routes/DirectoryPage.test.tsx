import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FORMAT, type Listed, type NamedKind } from '#shared/archive.ts';
import type { Locale } from '#messages/messages.ts';
import { directoryFile, slugOf } from '#shared/paths.ts';
import { type FakeArchive, fakeArchive } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const SOURCES: readonly Listed[] = [
  listed('海湾日报', 12, '2024-05-29'),
  listed('Ａｎｃｈｏｒ Post', 7, '2024-05-31'),
  listed('北岸晚报', 3, '2024-05-30'),
];

test('names, sizes and newest days, the largest first, lead to their streams', async () => {
  await open('/sources/');
  await screen.findByRole('heading', { level: 1, name: '全部来源' });
  expect(names()).toEqual(['海湾日报', 'Ａｎｃｈｏｒ Post', '北岸晚报']);
  const link = screen.getByRole('link', { name: /海湾日报/ });
  expect(link.textContent).toBe('海湾日报12 篇 · 2024/5/29');
  expect(decodeURI(link.getAttribute('href') ?? '')).toBe('/source/海湾日报/');
  expect(document.title).toBe('全部来源 – 晨报');
});

test.each([
  ['a part of the name', '日报', ['海湾日报']],
  ['initials', 'hwrb', ['海湾日报']],
  ['pinyin', 'beian', ['北岸晚报']],
  ['ordinary letters for wide ones, in any case', 'ANCHOR', ['Ａｎｃｈｏｒ Post']],
  ['wide letters', 'ｐｏｓｔ', ['Ａｎｃｈｏｒ Post']],
])('the field finds by %s', async (_name, typed, found) => {
  const user = await open('/sources/');
  await user.type(await screen.findByRole('searchbox', { name: '筛选' }), typed);
  await waitFor(() => expect(names()).toEqual(found));
  expect(within(screen.getByRole('main')).getByRole('status').textContent).toBe('1 个');
  expect(shownAddress()).toBe(`/sources/?q=${typed}`);
});

test('what is not found is named, and the way back to all is one button', async () => {
  const user = await open('/sources/?q=zzz');
  await screen.findByText('没有找到“zzz”。');
  await user.click(screen.getByRole('button', { name: '清除' }));
  await waitFor(() => expect(names()).toHaveLength(3));
  expect(shownAddress()).toBe('/sources/');
  expect(screen.getByRole('searchbox')).toBe(document.activeElement);
  expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
});

test.each([
  ['名称', 'byName', ['北岸晚报', '海湾日报', 'Ａｎｃｈｏｒ Post']],
  ['最新', 'newest', ['Ａｎｃｈｏｒ Post', '北岸晚报', '海湾日报']],
])('sorted by %s, and the address says so', async (name, order, sorted) => {
  const user = await open('/sources/?q=o');
  await user.clear(await screen.findByRole('searchbox'));
  await user.click(within(screen.getByRole('main')).getByRole('link', { name }));
  await waitFor(() => expect(names()).toEqual(sorted));
  expect(shownAddress()).toBe(`/sources/?sort=${order}`);
  expect(within(screen.getByRole('main')).getByRole('link', { name, current: true })).toBeDefined();
});

test('an order and a filter come from the address, unknown orders do not', async () => {
  await open('/Sources.html?sort=newest&q=报');
  await screen.findByRole('heading', { level: 1, name: '全部来源' });
  expect(names()).toEqual(['北岸晚报', '海湾日报']);
});

test('a directory leads to the others; one without names says so', async () => {
  const user = await open('/sources/');
  await user.click(await screen.findByRole('link', { name: '全部标签' }));
  await screen.findByRole('heading', { level: 1, name: '全部标签' });
  screen.getByText('“全部标签”里还没有文章。');
  expect(screen.queryByRole('searchbox')).toBeNull();
  expect(screen.getByRole('link', { name: '全部标签', current: 'page' })).toBeDefined();
});

test('one that does not come can be asked for again', async () => {
  const archive = fakeArchive([{}]);
  archive.files.delete(directoryFile('source'));
  const user = await openReader(archive, '/sources/');
  await screen.findByRole('alert');
  write(archive, 'source', SOURCES);
  await user.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByRole('heading', { level: 1, name: '全部来源' });
});

test('in English', async () => {
  await open('/sources/?q=post', 'en');
  await screen.findByRole('heading', { level: 1, name: 'All sources' });
  expect(screen.getByRole('link', { name: /Post/ }).textContent).toBe('Ａｎｃｈｏｒ Post7 posts · 5/31/2024');
  expect(within(screen.getByRole('main')).getByRole('status').textContent).toBe('1 name');
});

test('the sections lead to all of them', async () => {
  await openReader(fakeArchive([{ categories: ['渔市'] }]), '/');
  const sections = within(await screen.findByRole('navigation', { name: '栏目' }));
  expect(sections.getByRole('link', { name: '全部栏目' }).getAttribute('href')).toBe('/categories/');
});

function names(): readonly (string | null | undefined)[] {
  return [...document.querySelectorAll('main li b')].map(({ textContent }) => textContent);
}

function open(address: string, locale: Locale = 'zh-Hans') {
  const archive = fakeArchive([{}]);
  write(archive, 'source', SOURCES);
  write(archive, 'tag', []);
  return openReader(archive, address, locale);
}

function write({ files }: FakeArchive, kind: NamedKind, streams: readonly Listed[]): void {
  files.set(directoryFile(kind), new TextEncoder().encode(JSON.stringify({ format: FORMAT, kind, streams })));
}

function listed(name: string, count: number, day: string): Listed {
  return { slug: slugOf(name), name, count, day };
}
