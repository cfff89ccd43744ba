import { expect, test } from 'vitest';
import { type Edition, manifestFile, publishedAtOf } from '#builder/files/manifest.ts';
import type { Headline } from '#shared/post.ts';
import { siteOf } from '../sites.ts';
import { listFiles, rowOf } from './memoryFiles.ts';

const EDITION: Edition = { taken: [], generation: 'ab12', publishedAt: '2026-11-21T02:00:00Z' };

function manifestOf(posts: readonly Headline[], edition: Partial<Edition> = {}): unknown {
  const site = siteOf('title: 澜浦\ndescription: 港口的消息\nlang: zh-CN');
  const rows = posts.map((post) => rowOf(post, `${post.time}T00:00:00+08:00`));
  const { files, names } = listFiles(rows, site);
  return JSON.parse(manifestFile(site, names, { files, edition: { ...EDITION, ...edition } }).bytes.toString('utf8'));
}

test('a manifest names what readers must know first, and leaves out what there is not', () => {
  expect(manifestOf([])).toEqual({
    format: 1,
    generation: 'ab12',
    publishedAt: '2026-11-21T02:00:00Z',
    site: { title: '澜浦', description: '港口的消息', lang: 'zh-CN', timezone: 'UTC' },
    count: 0,
    sections: [],
    volumes: [],
    newest: [],
  });
});

test('it holds at most 20 headlines and 12 sections, however many there are', () => {
  const posts = Array.from({ length: 40 }, (_post, number): Headline => {
    const time = number < 39 ? '2024-05-30' : '2024-05-29';
    return { address: `/${number}/`, title: 'x', time, categories: [`c${number}`] };
  });
  const manifest = manifestOf(posts, { taken: ['/archive'] });
  expect(manifest).toMatchObject({ count: 40, firstDay: '2024-05-29', lastDay: '2024-05-30', taken: ['/archive'] });
  expect(manifest).toHaveProperty('newest.length', 20);
  expect(manifest).toHaveProperty('sections.length', 12);
});

test.each([
  [
    'the same content keeps its time',
    { generation: 'ab12', publishedAt: '2024-01-01T00:00:00Z' },
    '2024-01-01T00:00:00Z',
  ],
  ['other content does not', { generation: 'cd34', publishedAt: '2024-01-01T00:00:00Z' }, null],
  ['a time that is no text does not', { generation: 'ab12', publishedAt: 1 }, null],
  ['a manifest that is no object does not', 'ab12', null],
  ['nothing does not', null, null],
])('%s', (_name, before, expected) => {
  expect(publishedAtOf(Buffer.from(JSON.stringify(before)), 'ab12')).toBe(expected);
});

test('a manifest that is missing or no JSON has no time', () => {
  expect(publishedAtOf(null, 'ab12')).toBeNull();
  expect(publishedAtOf(Buffer.from('{"gener'), 'ab12')).toBeNull();
});
