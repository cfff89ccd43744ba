import { expect, test } from 'vitest';
import { screensOf } from '#builder/files/placeRedirects.ts';
import { sightPosts } from '#builder/place/sightPosts.ts';
import { makeFolder } from '../folders.ts';
import { heapBytes } from '../heapBytes.ts';
import { postText } from '../posts.ts';
import { readFile, siteOf } from '../sites.ts';

test('what is kept of a first look keeps nothing of the files’ text', () => {
  const path = '_posts/2024-05-30-tide.md';
  const fields = {
    title: '夜航',
    permalink: '/a/lasting/address/of/the/post/',
    redirect_from: '/an/older/address/of/it/',
  };
  const folder = makeFolder({ [path]: postText(fields, '潮'.repeat(100_000)) });
  const run = { folder, site: siteOf(), nowMs: Date.UTC(2026, 0) };
  const before = heapBytes();
  const sightings = Array.from({ length: 100 }, () => sightPosts([path], run));
  expect(heapBytes() - before).toBeLessThan(5_000_000);
  expect(sightings.flatMap(({ shown }) => shown)).toHaveLength(100);
});

test('the screens that posts fill are known of all of them', () => {
  const files = {
    '_posts/2024-05-30-a.md': postText({ categories: '[港口, News, "a/b"]', tags: '潮 tide' }),
    '_posts/2024-05-30-b.md': postText({ categories: '[港口, news]', tags: '..' }),
    '_posts/2024-06-01-c.md': postText({ title: 'c' }),
    'pier/_posts/2024-05-31-d.md': postText({ published: 'false', tags: 'hidden' }),
  };
  const site = siteOf();
  const posts = Object.entries(files).flatMap(([path, text]) => readFile(path, text, site).post ?? []);
  const run = { folder: makeFolder(files), site, nowMs: Date.UTC(2026, 0) };
  expect(posts).toHaveLength(3);
  expect(sightPosts(Object.keys(files), run).screens).toEqual(screensOf(posts));
  expect(sightPosts([], run).screens).toEqual(screensOf([]));
});
