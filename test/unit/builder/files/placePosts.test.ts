import { describe, expect, test } from 'vitest';
import { hidesDay, placePosts } from '#builder/files/placePosts.ts';
import { screensOf } from '#builder/files/placeRedirects.ts';
import type { Post } from '#builder/post/readPost.ts';
import { Report } from '#builder/report.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

const SITE = siteOf();

function post(name: string, fields: Record<string, string> = {}): Post {
  return postOf(`_posts/${name}.md`, postText(fields), SITE).post;
}

function place(posts: readonly Post[], isSameText = false) {
  const report = new Report();
  const screens = screensOf(posts);
  const { placed, taken } = placePosts(posts, {
    isSameText: () => isSameText,
    isFeed: (folded) => folded === '/feed/news.xml',
    isShown: (folded) => screens.has(folded),
    report,
  });
  const addresses = placed.map((each) => [each.post.path.slice('_posts/'.length, -3), each.address]);
  return { addresses: Object.fromEntries(addresses), placed, taken, problems: report.problems };
}

test('posts keep their addresses, oldest first, of equal times by path', () => {
  const posts = ['2024-05-31-b', '2024-05-31-a', '2024-05-30-c'].map((name) => post(name));
  const { placed, addresses, problems, taken } = place(posts);
  expect(placed.map(({ folded }) => folded)).toEqual(['/2024/05/30/c', '/2024/05/31/a', '/2024/05/31/b']);
  expect(addresses['2024-05-31-a']).toBe('/2024/05/31/a.html');
  expect([problems, taken]).toEqual([[], []]);
});

describe('of two posts at one address', () => {
  const posts = [post('2024-05-31-new', { permalink: '/Tide/' }), post('2024-05-30-old', { permalink: '/tide.html' })];

  test('the one that Jekyll writes last has it, the other opens under its day', () => {
    const { addresses, placed, problems } = place(posts);
    expect(addresses).toEqual({ '2024-05-30-old': '/2024/05/30/old/', '2024-05-31-new': '/Tide/' });
    expect(new Set(placed.map(({ folded }) => folded)).size).toBe(2);
    expect(problems).toEqual([expect.objectContaining({ file: '_posts/2024-05-30-old.md' })]);
  });

  test('the order in which they are found does not matter', () => {
    expect(place(posts.toReversed())).toEqual(place(posts));
  });

  test('two files with the same text are one post', () => {
    const { addresses, problems } = place(posts, true);
    expect([addresses, problems]).toEqual([{ '2024-05-31-new': '/Tide/' }, []]);
  });
});

test('posts that all want what is taken get addresses of their own', () => {
  const posts = [
    post('2024-05-30-tide', { permalink: '/x/' }),
    post('2024-05-31-y', { permalink: '/x/' }),
    post('2024-05-29-z', { permalink: '/2024/05/30/tide/' }),
  ];
  const { addresses, placed } = place(posts);
  expect(addresses['2024-05-30-tide']).toMatch(/^\/2024\/05\/30\/tide~[0-9a-f]{8}\/$/);
  expect(new Set(placed.map(({ folded }) => folded)).size).toBe(3);
});

test.each(['/', '/index.html', '/data/manifest.json', '/broadsheet/x/', '/404.html', '/feed.xml', '/SW.js'])(
  'a post at %s, which is ours, opens under its day and is reported',
  (permalink) => {
    const { addresses, problems } = place([post('2024-05-30-tide', { permalink })]);
    expect(addresses).toEqual({ '2024-05-30-tide': '/2024/05/30/tide/' });
    expect(problems).toEqual([expect.objectContaining({ found: expect.stringContaining('Broadsheet') })]);
  },
);

test('a post whose address is longer than hosts bear opens under its day and is reported', () => {
  const { addresses, problems } = place([post('2024-05-30-tide', { permalink: `/${'a'.repeat(3000)}/` })]);
  expect(addresses).toEqual({ '2024-05-30-tide': '/2024/05/30/tide/' });
  expect(problems).toEqual([expect.objectContaining({ found: 'its address has 3002 characters' })]);
});

test('a post may own the address of a screen, which is then taken', () => {
  const { addresses, taken, problems } = place([
    post('2024-05-30-tide', { permalink: '/tag/tide/' }),
    post('2024-05-30-all', { permalink: '/Archive.html' }),
  ]);
  expect(addresses['2024-05-30-tide']).toBe('/tag/tide/');
  expect([taken, problems]).toEqual([['/archive', '/tag/tide'], []]);
});

describe('redirects', () => {
  test('are folded, each once', () => {
    const { placed } = place([post('2024-05-30-tide', { redirect_from: '[/Old/, /old.html, older]' })]);
    expect(placed[0]?.redirects).toEqual(['/old', '/older']);
  });

  test('from the address of another post are left out and reported', () => {
    const posts = [
      post('2024-05-30-tide', { redirect_from: '/pier/' }),
      post('2024-05-31-pier', { permalink: '/pier/' }),
    ];
    const { placed, problems } = place(posts);
    expect(placed[0]?.redirects).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ file: '_posts/2024-05-30-tide.md' })]);
  });

  test('that two posts claim lead to the last, and that is reported', () => {
    const posts = [
      post('2024-05-30-tide', { redirect_from: '[/old/, /older/]' }),
      post('2024-05-31-pier', { redirect_from: '/old.html' }),
    ];
    const { placed, problems } = place(posts);
    expect(placed.map(({ redirects }) => redirects)).toEqual([['/older'], ['/old']]);
    expect(problems).toEqual([
      expect.objectContaining({ file: '_posts/2024-05-30-tide.md', found: expect.stringContaining('pier') }),
    ]);
  });

  test('from what looks like a screen, but shows nothing, take its address', () => {
    const from = '[/Category/Old/, /tag/gone.html]';
    const { placed, taken, problems } = place([post('2024-05-30-tide', { categories: 'port', redirect_from: from })]);
    expect(placed[0]?.redirects).toEqual(['/category/old', '/tag/gone']);
    expect([taken, problems]).toEqual([['/category/old', '/tag/gone'], []]);
  });

  test.each(['/category/Port/', '/tag/%E6%BD%AE/', '/2020/01/02/', '/archive/', '/search'])(
    'from %s, a day or a screen that shows something, are left out and reported',
    (from) => {
      const fields = { categories: 'port', tags: '潮', redirect_from: from };
      const { placed, taken, problems } = place([post('2024-05-30-tide', fields)]);
      expect([placed[0]?.redirects, taken]).toEqual([[], []]);
      expect(problems).toEqual([expect.objectContaining({ found: expect.stringContaining('a screen') })]);
    },
  );

  test('from a post’s own address are left out', () => {
    const { placed, problems } = place([post('2024-05-30-tide', { permalink: '/t/', redirect_from: '/t.html' })]);
    expect([placed[0]?.redirects, problems]).toEqual([[], []]);
  });

  test.each([
    ...['/', '/index', '/data/x', '/feed.xml', '/sitemap.xml', '/sitemap-2024.xml', '/Sitemap-2024-05-part2.xml/'],
    ...['/category/port/feed.xml', '/tag/%E6%BD%AE/feed.xml.html', '/feed/news.xml'],
  ])('from %s, a file of ours, are left out and reported', (from) => {
    const { placed, problems } = place([post('2024-05-30-tide', { redirect_from: from })]);
    expect(placed[0]?.redirects).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ found: expect.stringContaining('belongs to Broadsheet') })]);
  });
});

test.each([
  ['Chinese as it is written', '/潮汐/', '/%E6%BD%AE%E6%B1%90/'],
  ['a question mark and a number sign', '"/a?b#c/"', '/a%3Fb%23c/'],
  ['a backslash', "'/a\\b/'", '/a%5Cb/'],
  ['blanks', '/a b/', '/a%20b/'],
  ['no first slash', 'a/b', '/a/b'],
])('an address is what a browser sends: %s', (_name, permalink, address) => {
  expect(place([post('2024-05-30-tide', { permalink })]).addresses['2024-05-30-tide']).toBe(address);
});

test.each([
  ['/2024/05/30/tide', false],
  ['/tide', true],
  ['/2024/05/31/tide', true],
])('whether %s hides the day of a post', (folded, hides) => {
  expect(hidesDay(folded, post('2024-05-30-tide'))).toBe(hides);
});
