// What stands around an article's text.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeArchive, type FakePost, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const ADDRESS = '/tide/';
const TIDE: FakePost = {
  address: ADDRESS,
  title: '潮汐电站并网',
  html: '<h2 id="a-night">夜里</h2><p>一。</p><h2 id="a-day">白天</h2><p>二。</p>',
  outline: [
    { id: 'a-night', level: 2, text: '夜里' },
    { id: 'a-day', level: 2, text: '白天' },
  ],
  charts: [{ src: 'https://charts.example/600001', code: '600001' }],
  mentions: [{ code: 'BK1', name: '电力', isSector: true }, ...codes(9)],
};

test('a link of the outline leads to its heading, with focus and address', async () => {
  const user = await openTide();
  await user.click(within(screen.getByRole('navigation', { name: '本文目录' })).getByRole('link', { name: '白天' }));
  await waitFor(() => expect(document.activeElement?.id).toBe('a-day'));
  expect(shownAddress()).toBe('/tide/#a-day');
});

test('an address with a hash, opened cold, leads to its heading', async () => {
  await openReader(fakeArchive([TIDE]), `${ADDRESS}#a-day`);
  await waitFor(() => expect(document.activeElement?.id).toBe('a-day'));
});

test('a live chart is asked for when it is opened', async () => {
  const user = await openTide();
  expect(screen.queryByRole('img', { name: '行情图 600001' })).toBeNull();
  await user.click(screen.getByText('行情图 600001'));
  const chart = await screen.findByRole('img', { name: '行情图 600001' });
  expect(chart.getAttribute('referrerpolicy')).toBe('no-referrer');
});

test('securities come before sectors, and many are folded', async () => {
  await openTide();
  const mentions = within(screen.getByRole('region', { name: '文中提及' }));
  expect(mentions.getAllByRole('listitem').at(-1)?.textContent).toMatch(/板块 电力/);
  mentions.getByText('另外 2 个');
});

test('what names the same security on the same day stands below, three at most', async () => {
  const others = manyPosts(5, { mentions: codes(1) });
  await openReader(fakeArchive([TIDE, ...others, { title: '无关' }]), ADDRESS);
  const sameDay = within(await screen.findByRole('region', { name: '当日相关' }));
  expect(sameDay.getAllByRole('link')).toHaveLength(3);
});

test.each([
  ['characters and words', { size: 1490, words: 690 }, '约 5 分钟读完'],
  ['characters alone', { size: 1200, words: 0 }, '约 3 分钟读完'],
])('the reading time counts %s', async (_name, size, said) => {
  await openReader(fakeArchive([{ ...TIDE, ...size }]), ADDRESS);
  await screen.findByText(said);
});

test('previous and next follow the list that the article was opened from', async () => {
  const posts = manyPosts(6).map((post, index) => ({ ...post, categories: [index % 2 ? '港' : '渔'] }));
  const user = await openReader(fakeArchive(posts), '/category/渔/');
  await user.click(await screen.findByRole('link', { name: '第 3 篇' }));
  await waitForBeside(['第 5 篇', '第 1 篇']);
  await user.click(screen.getByRole('link', { name: '第 5 篇' }));
  await waitForBeside(['第 3 篇']);
});

test('previous and next follow a source from one of its periods into another', async () => {
  const dates = ['2024-01-02', '2023-12-31', '2023-06-01', '2022-03-04'];
  const posts = dates.map((day, index): FakePost => {
    return { title: `第 ${index + 1} 篇`, date: `${day}T08:00:00+08:00`, source: index === 1 ? '港报' : '海湾日报' };
  });
  const user = await openReader(fakeArchive(posts), '/source/海湾日报/');
  await user.click(await screen.findByRole('link', { name: '第 3 篇' }));
  await waitForBeside(['第 4 篇', '第 1 篇']);
});

test('opened from a day, previous and next follow all posts, out of the day too', async () => {
  const dates = ['2024-05-30', '2024-05-29', '2024-05-28'];
  const posts = dates.map((day, index): FakePost => {
    return { title: `第 ${index + 1} 篇`, date: `${day}T08:00:00+08:00`, categories: [`c${index}`] };
  });
  const user = await openReader(fakeArchive(posts), '/2024/05/29/');
  await user.click(await screen.findByRole('link', { name: '第 2 篇' }));
  await waitForBeside(['第 3 篇', '第 1 篇']);
});

test.each([[{ stream: { kind: 'tag', slug: 'nothing' } }], [{ stream: 'x' }], [7]])(
  'a history entry that says %j goes on among all',
  async (usr) => {
    const archive = fakeArchive(manyPosts(3));
    const address = '/news/2024/05/31/post-2.html';
    const opened = openReader(archive, address);
    window.history.replaceState({ usr, key: 'k' }, '', address);
    await opened;
    await waitForBeside(['第 3 篇', '第 1 篇']);
  },
);

async function openTide() {
  const user = await openReader(fakeArchive([TIDE]), ADDRESS);
  await screen.findByRole('heading', { level: 1, name: '潮汐电站并网' });
  return user;
}

async function waitForBeside(titles: readonly string[]): Promise<void> {
  await waitFor(() => {
    const beside = within(screen.getByRole('navigation', { name: '上一篇, 下一篇' }));
    expect(beside.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(titles);
  });
}

function codes(count: number) {
  return Array.from({ length: count }, (_code, index) => ({ code: `60000${index + 1}`, market: '1' }));
}
