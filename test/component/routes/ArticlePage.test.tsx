import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fakeArchive, type FakePost, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const ADDRESS = '/news/2024/05/30/Market.html';
const MARKET: FakePost = {
  address: ADDRESS,
  title: '早市价格回落',
  date: '2024-05-30T06:30:00+08:00',
  categories: ['渔市'],
  tags: ['潮汐', 'Night Watch'],
  source: '港报',
  reporters: '林海',
  digest: '早市的鱼价比昨天低。',
  size: 1200,
  html: '<h2>码头</h2><p>今天的早市。</p><figure><img src="/a.png" alt=""><figcaption>码头一景</figcaption></figure>',
  original: { href: 'https://paper.example/2024/market' },
  captions: [{ mark: '图1', text: '渔船进港' }],
};

describe('an article', () => {
  test('says its headline, who wrote it and when, and what it says in short', async () => {
    const article = await openMarket();
    article.getByRole('heading', { level: 1, name: '早市价格回落' });
    for (const text of ['港报', '记者 林海', '2024年5月30日 06:30', '约 3 分钟读完', '早市的鱼价比昨天低。'])
      article.getByText(text);
    expect(article.getByText('2024年5月30日 06:30').getAttribute('datetime')).toBe('2024-05-30T06:30');
  });

  test('shows its text with headings, pictures and their captions', async () => {
    const article = await openMarket();
    article.getByRole('heading', { level: 2, name: '码头' });
    article.getByText('今天的早市。');
    const figure = article.getByRole('figure');
    expect(within(figure).getByText('码头一景').tagName).toBe('FIGCAPTION');
    expect(figure.querySelector('img')?.getAttribute('src')).toBe('/a.png');
  });

  test('lists the captions whose pictures were lost', async () => {
    const article = await openMarket();
    const captions = within(article.getByRole('region', { name: '图片说明（原图未随稿）' }));
    expect(captions.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['图1 渔船进港']);
  });

  test('leads to the original, which learns nothing of this page and cannot reach it', async () => {
    const link = (await openMarket()).getByRole('link', { name: '原文：paper.example ↗' });
    expect(link.getAttribute('href')).toBe('https://paper.example/2024/market');
    expect(link.getAttribute('rel')?.split(' ').toSorted()).toEqual(['noopener', 'noreferrer']);
    expect(link.getAttribute('target')).toBe('_blank');
  });

  test('leads to its tags', async () => {
    const tags = within((await openMarket()).getByRole('list', { name: '标签' }));
    const links = tags.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual([
      ['#潮汐', `/tag/${encodeURIComponent('潮汐')}/`],
      ['#Night Watch', '/tag/night%20watch/'],
    ]);
  });

  test('leads back to its category and to the front page', async () => {
    const crumb = within((await openMarket()).getByRole('navigation', { name: '当前位置' }));
    const links = crumb.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual([
      ['‹ 渔市', `/category/${encodeURIComponent('渔市')}/`],
      ['首页', '/'],
      ['当日新闻', '/2024/05/30/'],
    ]);
  });

  test('that says little shows no empty places', async () => {
    await openReader(fakeArchive([{ address: '/plain/', title: '短讯' }]), '/plain/');
    await screen.findByRole('heading', { level: 1, name: '短讯' });
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.queryByRole('contentinfo')).toBeNull();
    for (const text of [/记者/, /分钟读完/, /原文/, /图片说明/, /归入/]) expect(screen.queryByText(text)).toBeNull();
  });

  test('that lies under another day than it shows says so', async () => {
    const late = { ...MARKET, time: '2024-05-28T23:00', day: '2024-05-30' };
    await openReader(fakeArchive([late]), ADDRESS);
    await screen.findByText('2024年5月28日 23:00');
    screen.getByText('归入 2024年5月30日星期四');
  });
});

test('a category that the manifest does not name is shown as its own list spells it', async () => {
  const large = manyPosts(36).map((post, index) => ({ ...post, categories: [`栏 ${index % 12}`] }));
  const spelled = { title: '新拼法', categories: ['Harbour'], date: '2024-05-31T23:00:00+08:00' };
  await openReader(fakeArchive([spelled, { ...MARKET, categories: ['harbour'] }, ...large]), ADDRESS);
  await screen.findByRole('link', { name: '‹ Harbour' });
});

describe('the articles beside', () => {
  test('stand under the text: the older first', async () => {
    const user = await openReader(fakeArchive(manyPosts(3)), '/news/2024/05/31/post-2.html');
    const beside = within(await screen.findByRole('navigation', { name: '上一篇, 下一篇' }));
    const links = beside.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('rel')]);
    expect(links).toEqual([
      ['第 3 篇', 'prev'],
      ['第 1 篇', 'next'],
    ]);
    await user.click(beside.getByRole('link', { name: '第 3 篇' }));
    await screen.findByRole('heading', { level: 1, name: '第 3 篇' });
    expect(shownAddress()).toBe('/news/2024/05/31/post-3.html');
  });

  test.each([
    ['newest', 1, ['第 2 篇']],
    ['oldest', 3, ['第 2 篇']],
  ])('of the %s is only one', async (_name, number, titles) => {
    await openReader(fakeArchive(manyPosts(3)), `/news/2024/05/31/post-${number}.html`);
    const beside = within(await screen.findByRole('navigation', { name: '上一篇, 下一篇' }));
    expect(beside.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(titles);
  });

  test('are asked for after the text', async () => {
    const archive = fakeArchive(manyPosts(3));
    await openReader(archive, '/news/2024/05/31/post-2.html');
    await screen.findByRole('navigation', { name: '上一篇, 下一篇' });
    const [text, list] = [/^posts\//, /^streams\/all\//].map((path) =>
      archive.asked.findIndex((file) => path.test(file)),
    );
    expect(text).toBeLessThan(list ?? -1);
  });

  test.each([
    ['are missing', (path: string) => path.startsWith('streams/all/'), null],
    ['are damaged', (path: string) => path === 'streams/all/2024.json', '{"format":1'],
  ])('leave the article readable when their files %s', async (_name, isMeant, text) => {
    const archive = fakeArchive([MARKET, ...manyPosts(3)]);
    for (const path of [...archive.files.keys()].filter(isMeant))
      if (text === null) archive.files.delete(path);
      else archive.files.set(path, new TextEncoder().encode(text));
    await openReader(archive, ADDRESS);
    await screen.findByText('今天的早市。');
    await waitFor(() => expect(archive.asked).toContainEqual(expect.stringMatching(/^streams\/all\//)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    screen.getByText('今天的早市。');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText('上一篇')).toBeNull();
  });
});

describe('an address', () => {
  test.each([
    ['in another case', '/NEWS/2024/05/30/market.HTML'],
    ['without its ending', '/news/2024/05/30/Market'],
    ['with a closing slash', '/news/2024/05/30/Market/'],
    ['percent-encoded', '/news/2024/05/30/%4Darket.html'],
  ])('%s opens the article', async (_name, asked) => {
    await openReader(fakeArchive([MARKET]), asked);
    await screen.findByRole('heading', { level: 1, name: '早市价格回落' });
  });

  test.each(['/fish.html', '/2022/01/01/fish/', '/old/鱼/'])(
    'that is old, %s, gives way to the article’s own',
    async (old) => {
      await openReader(fakeArchive([{ ...MARKET, redirects: [old] }]), old);
      await screen.findByRole('heading', { level: 1, name: '早市价格回落' });
      await waitFor(() => expect(shownAddress()).toBe(ADDRESS));
    },
  );

  test('that is old asks for the article once', async () => {
    const archive = fakeArchive([{ ...MARKET, redirects: ['/fish.html'] }]);
    await openReader(archive, '/fish.html');
    await waitFor(() => expect(shownAddress()).toBe(ADDRESS));
    expect(archive.asked.filter((path) => path.startsWith('posts/'))).toHaveLength(1);
  });

  test('that is old keeps the place in the text that it names', async () => {
    await openReader(fakeArchive([{ ...MARKET, redirects: ['/fish.html'] }]), '/fish.html#a-prices');
    await waitFor(() => expect(shownAddress()).toBe(`${ADDRESS}#a-prices`));
  });

  test.each(['/news/2024/05/30/nothing.html', '/2019/02/30/x/', '/a/b/c/', '/news/2024/05/30/'])(
    'where nothing lies, %s, says so and shows ways on',
    async (address) => {
      await openReader(fakeArchive([MARKET, ...manyPosts(8)]), address);
      await screen.findByRole('heading', { level: 1, name: '没有找到这一页' });
      expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(5);
      expect(screen.getByRole('link', { name: '首页' }).getAttribute('href')).toBe('/');
      screen.getByRole('link', { name: '渔市 1' });
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );
});

async function openMarket() {
  await openReader(fakeArchive([MARKET]), ADDRESS);
  await screen.findByRole('heading', { level: 1 });
  return within(screen.getByRole('article'));
}
