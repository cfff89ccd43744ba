import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSafeOrder } from '#builder/files/moveOrder.ts';

const CHUNK = `data/posts/ab/${'ab'.repeat(32)}`;
const ORDER = [
  CHUNK,
  'img/pier.gif',
  'data/days/2024/05/30/a.json',
  'data/days/2024/05/30.json',
  'data/links/ab/cd.json',
  'data/links/ab.json',
  'data/streams/all/2024-05-30.json',
  'data/streams/all/2024-05.json',
  'data/streams/all/2024.json',
  'data/streams/all/head.json',
  'data/front.json',
  'category/gangkou/feed.xml',
  'sitemap-2024-05.xml',
  'feed/gangkou.xml',
  'sitemap.xml',
  'feeds.opml',
  'robots.txt',
  'feed.json',
  'feed.xml',
  'index.html',
  'sw.js',
  'data/manifest.json',
  '.broadsheet/site.json',
];

test('what is named comes before what names it, in whatever order files were put', () => {
  const anyOrder = fc.shuffledSubarray(ORDER, { minLength: ORDER.length });
  const isSafe = fc.property(anyOrder, (paths) => {
    expect(inSafeOrder(paths)).toEqual(ORDER);
  });
  fc.assert(isSafe);
});
