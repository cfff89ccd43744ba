import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MANIFEST_FILE } from '#shared/paths.ts';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const POSTS = [
  { title: '早潮', categories: ['渔市'], tags: ['潮汐'] },
  { title: '夜航', categories: ['航道'], tags: ['潮汐', 'Night Watch'] },
  { title: '灯塔', categories: ['渔市'] },
];

test.each([
  ['a category', '/category/渔市/', '栏目', '渔市', ['早潮', '灯塔']],
  ['a category without a closing slash', '/category/渔市', '栏目', '渔市', ['早潮', '灯塔']],
  ['a category in capitals', '/Category/渔市/', '栏目', '渔市', ['早潮', '灯塔']],
  ['a tag', '/tag/潮汐/', '标签', '潮汐', ['早潮', '夜航']],
  ['a tag in another case', '/tag/NIGHT%20watch/', '标签', 'Night Watch', ['夜航']],
])('%s shows its name, its size and its headlines', async (_name, address, kind, title, headlines) => {
  await openReader(fakeArchive(POSTS), address);
  const header = (await screen.findByRole('heading', { level: 1, name: title })).parentElement ?? document.body;
  within(header).getByText(kind);
  within(header).getByText(`${headlines.length} 篇`);
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(headlines);
});

test('the sections mark the one on screen', async () => {
  await openReader(fakeArchive(POSTS), '/category/渔市/');
  const sections = within(await screen.findByRole('navigation', { name: '栏目' }));
  expect(sections.getByRole('link', { current: 'page' }).textContent).toContain('渔市 2');
});

test('a tag is no section', async () => {
  await openReader(fakeArchive(POSTS), '/tag/渔市/');
  await screen.findByRole('heading', { level: 1, name: '没有找到这一页' });
  expect(within(screen.getByRole('navigation', { name: '栏目' })).queryByRole('link', { current: 'page' })).toBeNull();
});

test('a section leads to another', async () => {
  const user = await openReader(fakeArchive(POSTS), '/category/渔市/');
  await user.click(await screen.findByRole('link', { name: '航道 1' }));
  await screen.findByRole('heading', { level: 1, name: '航道' });
  expect(shownAddress()).toBe('/category/航道/');
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['夜航']);
});

const SPACED = [
  { title: '街市', categories: ['City News'], tags: ['Night Watch', 'A.B', 'a b'] },
  { title: '要闻', categories: ['港口：快讯'] },
];

test.each([
  ['/category/city-news/', '/category/city news/', 'City News'],
  ['/Category/City-News.html', '/category/city news/', 'City News'],
  ['/city-news/', '/category/city news/', 'City News'],
  ['/category/港口-快讯/', '/category/港口：快讯/', '港口：快讯'],
  ['/tag/night-watch/', '/tag/night watch/', 'Night Watch'],
])('%s, as Jekyll writes a name, gives way to %s', async (slugified, own, name) => {
  await openReader(fakeArchive(SPACED), slugified);
  await screen.findByRole('heading', { level: 1, name });
  expect(shownAddress()).toBe(own);
});

test('where two names are written so, neither is found', async () => {
  await openReader(fakeArchive(SPACED), '/tag/a-b/');
  await screen.findByRole('heading', { level: 1, name: '没有找到这一页' });
});

test.each(['/category/nothing/', '/tag/nothing/', '/nothing/'])('%s is not found', async (address) => {
  await openReader(fakeArchive(POSTS), address);
  await screen.findByRole('heading', { level: 1, name: '没有找到这一页' });
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each([
  ['/category/渔市.html', '/category/渔市/'],
  ['/tag/潮汐.html', '/tag/潮汐/'],
  ['/Tag/潮汐.HTML', '/tag/潮汐/'],
  ['/渔市/', '/category/渔市/'],
  ['/渔市', '/category/渔市/'],
  ['/渔市.html', '/category/渔市/'],
])('the old address %s gives way to %s', async (old, own) => {
  await openReader(fakeArchive(POSTS), old);
  await screen.findByRole('heading', { level: 1, name: own.split('/')[2] ?? '' });
  expect(shownAddress()).toBe(own);
});

test('a post that owns the address of a screen is what opens there', async () => {
  const archive = fakeArchive([...POSTS, { title: '关于渔市', address: '/category/渔市/' }]);
  const manifest: unknown = JSON.parse(new TextDecoder().decode(archive.files.get(MANIFEST_FILE)));
  const taking = { ...Object(manifest), taken: ['/category/渔市'] };
  archive.files.set(MANIFEST_FILE, new TextEncoder().encode(JSON.stringify(taking)));
  await openReader(archive, '/category/渔市/');
  await screen.findByRole('heading', { level: 1, name: '关于渔市' });
});

test('a category goes on after its newest', async () => {
  await openReader(fakeArchive(manyPosts(30, { categories: ['渔市'] })), '/category/渔市/');
  await screen.findByText('第 30 篇');
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(30);
});
