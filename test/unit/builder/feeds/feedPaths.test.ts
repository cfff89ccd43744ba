import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileAt, isFeedPlace, streamFeedPath } from '#builder/feeds/feedPaths.ts';
import { slugOf } from '#shared/paths.ts';

test.each([
  ['a plain one', 'gangkou', 'tag/gangkou/feed.xml'],
  ['a Chinese one', '港口快讯', 'tag/港口快讯/feed.xml'],
  ['one with a percent sign', '100%', 'tag/100%/feed.xml'],
  ['one with marks', 'c++ & c#?', 'tag/c++ & c#?/feed.xml'],
])('the feed of a tag with %s lies beside its page', (_name, slug, file) => {
  expect(fileAt(streamFeedPath('tag', slug))).toBe(file);
});

test.each(['..', '.', '.git', 'a/b', '../../x', 'a\\b', 'a\u0000b', 'a.html', '潮'.repeat(90), 'a\ud800'])(
  'the feed of a tag that no folder can be called lies at its key',
  (slug) => {
    expect(fileAt(streamFeedPath('tag', slug))).toMatch(/^tag\/~[0-9a-f]{16}\/feed\.xml$/);
  },
);

test('every tag has a feed in a folder of its own', () => {
  const slug = fc.string({ unit: 'binary', minLength: 1 }).map(slugOf);
  const isOwn = fc.property(slug, slug, (one, other) => {
    const [file, second] = [one, other].map((each) => fileAt(streamFeedPath('tag', each)));
    expect(file?.split('/')).toEqual(['tag', expect.not.stringMatching(/^\.|[\\\u0000]/), 'feed.xml']);
    expect(file === second).toBe(one === other);
  });
  fc.assert(isOwn);
});

test.each([
  ...['feed.xml', 'Feed.XML', 'feed.xml/a.png', 'feeds.opml', 'sitemap-2021.xml', 'robots.txt/a', 'tag', 'tag/a.png'],
  ...[
    'category/a',
    'category/a/feed.xml',
    'category/a/feed.xml/b',
    'atom',
    'atom/all.xml',
    'atom/all.xml/a',
    'Atom/All.xml',
  ],
])('a file at %s would stand in the way of a feed', (path) => {
  expect(isFeedPlace(path, ['/atom/all.xml'])).toBe(true);
});

test.each(['robots.txt', 'tags/a.png', 'tag/a/b.png', 'tag/a/feed.json', 'feed/a.png', 'atom/b.xml', 'sitemap.txt'])(
  'a file at %s would not',
  (path) => {
    expect(isFeedPlace(path, ['/atom/all.xml'])).toBe(false);
  },
);
