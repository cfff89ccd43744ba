import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { dropPosts, forgetDropped, loadSaved, savePosts } from '#device/savedPosts.ts';
import { fakeArchive } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const POSTS = [
  {
    title: '乙：潮位站',
    address: '/news/2024/05/31/tide.html',
    date: '2024-05-31T06:30:00+08:00',
    html: '<p>换了新<b>浮</b>子，ＤＮＡ检测</p>',
  },
  {
    title: '甲：码头',
    address: '/news/2024/05/30/pier.html',
    date: '2024-05-30T06:30:00+08:00',
    html: '<p>今晚停电</p>',
  },
];

afterEach(async () => {
  await dropPosts((await loadSaved()).map(({ address }) => address));
  forgetDropped();
});

async function saveBoth(): Promise<void> {
  await savePosts(
    POSTS.map(({ address, title, date, html }, index) => {
      const headline = { address, title, time: date.slice(0, 16) };
      return { address, savedAt: 2 - index, headline, article: { ...headline, date, html } };
    }),
  );
}

const titles = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

test('who has saved nothing is told how', async () => {
  await openReader(fakeArchive(POSTS), '/saved/');
  await screen.findByText(/还没有收藏.*“收藏”/);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('收藏');
  expect(document.title).toBe('收藏 – 晨报');
});

test('the last saved stands first, and order and words are in the address', async () => {
  await saveBoth();
  const user = await openReader(fakeArchive(POSTS), '/saved/');
  await screen.findByText('乙：潮位站');
  expect(titles()).toEqual(['乙：潮位站', '甲：码头']);
  expect(screen.getByText(/^2 篇 · 1 kB/).textContent).toBeTruthy();
  await user.click(screen.getByRole('link', { name: '名称' }));
  await waitFor(() => expect(titles()).toEqual(['甲：码头', '乙：潮位站']));
  await user.type(screen.getByRole('searchbox'), '停电');
  await waitFor(() => expect(titles()).toEqual(['甲：码头']));
  expect(shownAddress()).toBe('/saved/?q=停电&sort=byName');
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'zzz');
  await screen.findByText('没有找到“zzz”。');
  await user.click(screen.getByRole('button', { name: '清除' }));
  await waitFor(() => expect(titles()).toHaveLength(2));
  expect(shownAddress()).toBe('/saved/?sort=byName');
});

test('an address with words and order opens with both', async () => {
  await saveBoth();
  await openReader(fakeArchive(POSTS), '/saved/?q=dna%20浮子&sort=newest');
  await waitFor(() => expect(titles()).toEqual(['乙：潮位站']));
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('dna 浮子');
});

test('what is dropped by its menu can be taken back, to its place', async () => {
  await saveBoth();
  const user = await openReader(fakeArchive(POSTS), '/saved/');
  await user.click(await screen.findByRole('button', { name: '更多操作：乙：潮位站' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '取消收藏' }));
  await waitFor(() => expect(titles()).toEqual(['甲：码头']));
  await screen.findByText('已取消收藏《乙：潮位站》');
  await user.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(titles()).toEqual(['乙：潮位站', '甲：码头']));
  expect(screen.queryByText(/已取消收藏/)).toBeNull();
});

test('an article without its text says so', async () => {
  await savePosts([
    { address: '/x.html', savedAt: 1, headline: { address: '/x.html', title: '丙', time: '2024-05-30' } },
  ]);
  await openReader(fakeArchive(POSTS), '/saved/');
  await screen.findByText(/全文联网后取回/);
});
