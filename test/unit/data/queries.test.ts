// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { neighboursQuery } from '#data/neighboursQuery.ts';
import { findOlderLeaves, headQuery, leafQuery, manifestQuery } from '#data/queries.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import type { Headline } from '#shared/post.ts';
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
  const { newest } = await client.fetchQuery(headQuery('category', '渔市'));
  const titles = new Set(newest.map(({ title }) => title));
  const periods: string[] = [];
  for (
    let found: readonly string[];
    (found = await findOlderLeaves(client, stream, { newest, periods })).length > 0;
  ) {
    periods.push(...found);
    for (const period of found)
      for (const { title } of (await client.fetchQuery(leafQuery(stream, period)))?.headlines ?? []) titles.add(title);
  }
  expect(periods.length).toBeGreaterThan(1);
  expect(titles.size).toBe(400);
});

test('a list of 20 has nothing older', async () => {
  serve(manyPosts(20));
  expect(await findOlderLeaves(client, ALL, { newest: await newestOfAll(), periods: [] })).toEqual([]);
});

test('a list that shows a period which was divided since goes on where its newest leaf ends', async () => {
  serve(manyPosts(400));
  const shown = (await client.fetchQuery(leafQuery(ALL, '2024')))?.period;
  expect(shown).toBe('2024-05-31');
  expect(await findOlderLeaves(client, ALL, { newest: [], periods: ['2024'] })).toEqual(['2024-05-30']);
});

test('files that were asked for already are not asked for again', async () => {
  const { asked } = serve(manyPosts(400));
  const newest = await newestOfAll();
  const periods = await findOlderLeaves(client, ALL, { newest, periods: [] });
  await client.fetchQuery(leafQuery(ALL, periods[0] ?? ''));
  await findOlderLeaves(client, ALL, { newest, periods });
  expect(asked).toEqual([...new Set(asked)]);
});

test('newest headlines that fill a leaf go on in the next, and the leaf stays with them', async () => {
  serve([...onDay('2024-06-03', 20), ...onDay('2024-05-03', 140), ...onDay('2024-04-03', 20)]);
  expect(await findOlderLeaves(client, ALL, { newest: await newestOfAll(), periods: [] })).toEqual([
    '2024-06',
    '2024-05',
  ]);
});

test('an article has the headlines beside it', async () => {
  serve(manyPosts(3));
  const article = { address: '/news/2024/05/31/post-2.html', date: '2024-05-31T08:00:00+08:00' };
  expect(await client.fetchQuery(neighboursQuery(article, ALL))).toMatchObject({
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

async function newestOfAll(): Promise<readonly Headline[]> {
  return (await client.fetchQuery(manifestQuery())).newest;
}

function onDay(day: string, count: number): readonly FakePost[] {
  return Array.from({ length: count }, (_post, index) => {
    const clock = new Date(index * 60_000).toISOString().slice(11, 19);
    return { date: `${day}T${clock}+08:00`, address: `/${day.replaceAll('-', '/')}/${index}/` };
  });
}
