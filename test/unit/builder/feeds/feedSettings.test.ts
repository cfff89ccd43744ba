import { expect, test } from 'vitest';
import { feedSettings } from '#builder/feeds/feedSettings.ts';
import { siteOf } from '../sites.ts';

const read = (config: string) => feedSettings(siteOf(config));

test('without settings there are twenty posts at the usual addresses', () => {
  const settings = read('');
  expect(settings).toMatchObject({ count: 20, isShort: false, copies: [], places: [], unusable: [] });
  expect([settings.copiesOf('category', 'gangkou'), settings.copiesOf('tag', 'yehang')]).toEqual([[], []]);
});

test.each([
  ['as it is', 'posts_limit: 7', 7],
  ['at most fifty', 'posts_limit: 900', 50],
  ['twenty, when it is none', 'posts_limit: many', 20],
  ['twenty, when it is less than one', 'posts_limit: -1', 20],
])('the number of posts is taken %s', (_name, line, count) => {
  expect(read(`feed: { ${line} }`).count).toBe(count);
});

test.each([
  ['of the feed', 'feed: { path: atom.xml }', ['/atom.xml']],
  [
    'of the collection of posts',
    'feed: { collections: { posts: { path: /新闻/all.rss } } }',
    ['/%E6%96%B0%E9%97%BB/all.rss'],
  ],
  ['that is ours', 'feed: { path: /feed.xml }', []],
])('the path %s is one more address', (_name, config, copies) => {
  expect(read(config)).toMatchObject({ copies, places: copies, unusable: [] });
});

test.each(['../x.xml', '/data/x.xml', '/.git/x.xml', 'feed', 'index.html', 'tag/a/feed.xml', 'sitemap.xml', 'feed/'])(
  'a feed cannot lie at %s',
  (path) => {
    expect(read(`feed: { path: ${path} }`)).toMatchObject({ copies: [], places: [], unusable: [expect.any(String)] });
  },
);

test('categories have the addresses that jekyll-feed gave them', () => {
  const settings = read('feed: { categories: [Gangkou, 港口, a/b, ..] }');
  expect(settings.copiesOf('category', 'gangkou')).toEqual(['/feed/Gangkou.xml']);
  expect(settings.copiesOf('category', '港口')).toEqual(['/feed/%E6%B8%AF%E5%8F%A3.xml']);
  expect(settings.copiesOf('category', 'a/b')).toEqual(['/feed/a/b.xml']);
  expect(settings.copiesOf('category', 'fengdian')).toEqual([]);
  expect(settings.copiesOf('tag', 'gangkou')).toEqual([]);
  expect(settings.unusable).toEqual(['/feed/...xml']);
});

test('tags have theirs, those of ASCII letters, digits and underscores', () => {
  const all = read('feed: { tags: true }');
  expect(all.copiesOf('tag', 'yehang')).toEqual(['/feed/by_tag/yehang.xml']);
  expect([all.copiesOf('tag', '夜航'), all.copiesOf('tag', 'a b'), all.copiesOf('category', 'yehang')]).toEqual([
    [],
    [],
    [],
  ]);
  expect(all.places).toEqual(['/feed/by_tag']);
  const some = read('feed: { tags: { path: /t/, only: [YeHang, Wind, tide], except: [wind] } }');
  expect(['yehang', 'wind', 'tide', 'fog'].map((slug) => some.copiesOf('tag', slug))).toEqual([
    ['/t/YeHang.xml'],
    [],
    ['/t/tide.xml'],
    [],
  ]);
});

test('no two feeds share an address', () => {
  const settings = read('feed: { path: /feed/gangkou.xml, categories: gangkou, tags: { path: /feed/ } }');
  expect(settings.copies).toEqual(['/feed/gangkou.xml']);
  expect([settings.copiesOf('category', 'gangkou'), settings.copiesOf('tag', 'gangkou')]).toEqual([[], []]);
});
