import { expect, test } from 'vitest';
import { sightPosts } from '#builder/place/sightPosts.ts';
import { makeFolder } from '../folders.ts';
import { heapBytes } from '../heapBytes.ts';
import { postText } from '../posts.ts';
import { siteOf } from '../sites.ts';

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
