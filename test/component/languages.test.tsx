import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Locale } from '#messages/messages.ts';
import { fakeArchive, type FakePost, manyPosts } from './fakeArchive.ts';
import { openReader } from './openReader.tsx';

const ADDRESS = '/news/2024/05/30/market.html';
const MARKET: FakePost = {
  address: ADDRESS,
  title: 'Market',
  date: '2024-05-30T06:30:00+08:00',
  categories: ['Fish'],
  tags: ['tide'],
  source: 'Harbour Post',
  reporters: 'Lin',
  size: 460,
  original: { href: 'https://paper.example/market' },
  captions: [{ mark: '1', text: 'Boats' }],
};
const POSTS = [MARKET, ...manyPosts(30, { categories: ['Fish'] })];

describe.each<[Locale, string, Readonly<Record<string, readonly string[]>>]>([
  [
    'en',
    'en',
    {
      '/': ['Skip to content', '31 posts since May 2024', 'Newest', 'That is everything.'],
      '/category/fish/': ['Section', '31 posts', 'That is everything.'],
      '/tag/tide/': ['Tag', '1 post', 'That is everything.'],
      '/?from=2024': ['That is everything.'],
      [ADDRESS]: ['Home', 'By Lin', 'May 30, 2024 at 06:30', 'Original at paper.example ↗', 'Previous'],
      '/nothing/': ['Page not found', 'Home'],
    },
  ],
  [
    'zh-Hans',
    'zh-CN',
    {
      '/': ['跳到正文', '2024年5月至今，共 31 篇', '最新', '已经到底了'],
      '/category/fish/': ['栏目', '31 篇', '已经到底了'],
      '/tag/tide/': ['标签', '1 篇', '已经到底了'],
      '/?from=2024': ['已经到底了'],
      [ADDRESS]: ['首页', '记者 Lin', '2024年5月30日 06:30', '原文：paper.example ↗', '上一篇'],
      '/nothing/': ['没有找到这一页', '首页'],
    },
  ],
])('in %s', (locale, tag, words) => {
  test.each(Object.entries(words))('%s speaks it, and its words say that they are in it', async (address, texts) => {
    document.documentElement.lang = tag; // As main.tsx does.
    await openReader(fakeArchive(POSTS, { lang: 'de' }), address, locale);
    await screen.findByRole('heading', { level: 1 });
    for (const text of texts) expect(langOf((await screen.findAllByText(text))[0])).toBe(tag);
  });
});

describe('what posts say is in the site’s language', () => {
  test.each([
    ['the paper’s name', '/', '晨报'],
    ['the lead', '/', '第 1 篇'],
    ['a row', '/', '第 2 篇'],
    ['an article', '/news/2024/05/31/post-2.html', '第 1 篇'],
    ['a neighbour', '/news/2024/05/31/post-2.html', '第 2 篇'],
    ['the source of an article', ADDRESS, 'Harbour Post'],
    ['a category’s name', '/category/fish/', 'Fish'],
  ])('%s', async (_name, address, text) => {
    document.documentElement.lang = 'en';
    await openReader(fakeArchive(POSTS, { lang: 'de' }), address, 'en');
    await screen.findByRole('heading', { level: 1 });
    const main = address.startsWith('/category') ? within(screen.getByRole('main')) : screen;
    const [first] = (await main.findAllByText(text)).filter((element) => element.closest('p, h1, h2, h3'));
    expect(langOf(first)).toBe('de');
  });
});

test('a post in a language of its own says so, in a list and as an article', async () => {
  const post = { address: '/morgen/', title: 'Guten Morgen', lang: 'de' };
  const user = await openReader(fakeArchive([...manyPosts(1), post]), '/');
  const headline = await screen.findByRole('link', { name: 'Guten Morgen' });
  expect(langOf(headline)).toBe('de');
  await user.click(headline);
  expect(langOf(await screen.findByRole('heading', { level: 1, name: 'Guten Morgen' }))).toBe('de');
});

test('the time a text takes is counted in characters or in words, by its language', async () => {
  const user = await openReader(
    fakeArchive([MARKET, { ...MARKET, address: '/en/', title: 'Words', lang: 'en' }]),
    '/en/',
  );
  await screen.findByText('约 2 分钟读完');
  await user.click(await screen.findByRole('link', { name: 'Market' }));
  await screen.findByText('约 1 分钟读完');
});

function langOf(element: Element | undefined): string | undefined {
  return element?.closest('[lang]')?.getAttribute('lang') ?? undefined;
}
