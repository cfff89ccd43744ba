// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findNextLeaf, headQuery, leafQuery, manifestQuery, neighboursQuery } from '#data/queries.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import { type FakeArchive, fakeArchive, type FakePost, manyPosts } from '../../component/fakeArchive.ts';

const ALL = { kind: 'all', slug: '' } as const;

let client: QueryClient;

beforeEach(() => (client = makeQueryClient()));
afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
});

test('going on in a list meets every headline once, and then the end', async () => {
  serve(manyPosts(400, { categories: ['渔市'] }));
  const stream = { kind: 'category', slug: '渔市' } as const;
  const titles = new Set((await client.fetchQuery(headQuery('category', '渔市'))).newest.map(({ title }) => title));
  const periods: string[] = [];
  for (let next: string | null; (next = await findNextLeaf(client, stream, { shown: 20, periods })); ) {
    periods.push(next);
    for (const { title } of (await client.fetchQuery(leafQuery(stream, next)))?.headlines ?? []) titles.add(title);
  }
  expect(periods.length).toBeGreaterThan(1);
  expect(titles.size).toBe(400);
});

test('a list of 20 has nothing older', async () => {
  serve(manyPosts(20));
  expect(await findNextLeaf(client, ALL, { shown: 20, periods: [] })).toBeNull();
});

test('a list that shows a period which was divided since goes on where its newest leaf ends', async () => {
  serve(manyPosts(400));
  const shown = (await client.fetchQuery(leafQuery(ALL, '2024')))?.period;
  expect(shown).toBe('2024-05-31');
  expect(await findNextLeaf(client, ALL, { shown: 20, periods: ['2024'] })).toBe('2024-05-30');
});

test('files that were asked for already are not asked for again', async () => {
  const { asked } = serve(manyPosts(400));
  const next = await findNextLeaf(client, ALL, { shown: 20, periods: [] });
  await client.fetchQuery(leafQuery(ALL, next ?? ''));
  await findNextLeaf(client, ALL, { shown: 20, periods: [next ?? ''] });
  expect(asked).toEqual([...new Set(asked)]);
});

test('an article has the headlines beside it', async () => {
  serve(manyPosts(3));
  const article = { address: '/news/2024/05/31/post-2.html', date: '2024-05-31T08:00:00+08:00' };
  expect(await client.fetchQuery(neighboursQuery(article))).toMatchObject({
    newer: { title: '第 1 篇' },
    older: { title: '第 3 篇' },
  });
});

test('what the network lost is asked for once more, what is missing is not', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 200 });
  const archive = serve(manyPosts(1));
  archive.isOffline = true;
  await expect(client.fetchQuery(manifestQuery())).rejects.toThrow('could not be reached');
  await expect(client.fetchQuery(leafQuery(ALL, '2024'))).rejects.toThrow('could not be reached');
  expect(archive.asked).toEqual([...twice('manifest.json'), ...twice('streams/all/2024.json')]);
  archive.isOffline = false;
  await expect(client.fetchQuery(headQuery('tag', 'nothing'))).rejects.toThrow('not there');
  expect(archive.asked.slice(4)).toEqual(['streams/tag/nothing/head.json']);
  vi.useRealTimers();
});

function twice(path: string): readonly string[] {
  return [path, path];
}

function serve(posts: readonly FakePost[]): FakeArchive {
  const archive = fakeArchive(posts);
  vi.stubGlobal('fetch', archive.fetch);
  return archive;
}
