// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { neighboursQuery } from '#data/neighboursQuery.ts';
import { ALL, articleQuery, headQuery, manifestQuery, periodQuery } from '#data/queries.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import { dayQuery, placeQuery } from '#data/streamPlaces.ts';
import { type FakeArchive, fakeArchive, type FakePost, manyPosts } from '../../component/fakeArchive.ts';

let client: QueryClient;

beforeEach(() => (client = makeQueryClient()));
afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
});

describe('the place of a row', () => {
  let archive: FakeArchive;

  beforeEach(async () => {
    archive = serve(manyPosts(400));
    await client.fetchQuery(headQuery('all', ''));
  });

  test('is that of its address within the period', async () => {
    expect(await sought('2024-05-20T15', '/news/2024/05/20/post-259.html')).toBe(258);
  });

  test('is found on its day where its clock is not what orders it', async () => {
    expect(await sought('2024-05-20T03', '/news/2024/05/20/post-259.html')).toBe(258);
  });

  test('is that of its period when it is gone, and none when nothing is as old', async () => {
    expect(await sought('2024-05-20', '/gone/')).toBe(250);
    expect(await sought('1999')).toBeNull();
  });

  test('asks only for what lies on the way', async () => {
    const before = archive.asked.length;
    await sought('2024-05-20T15');
    const asked = archive.asked.slice(before);
    expect(asked).toEqual(['streams/all/2024.json', 'streams/all/2024-05.json', 'streams/all/2024-05-20.json']);
  });
});

test('articles of one day ask for its index and each of their chunks once', async () => {
  const archive = serve(manyPosts(30));
  const addresses = Array.from({ length: 8 }, (_address, index) => `/news/2024/05/31/post-${index + 1}.html`);
  await Promise.all(addresses.map((address) => client.fetchQuery(articleQuery(address))));
  expect(archive.asked.toSorted()).toEqual(['days/2024/05/31.json', expect.stringMatching(/^posts\//)]);
});

test('a day has the days with posts beside it', async () => {
  const days = ['2024-05-31', '2024-05-20', '2021-01-01'];
  serve(days.map((day) => ({ date: `${day}T09:00:00+08:00`, address: `/${day}/` })));
  expect(await client.fetchQuery(dayQuery(3, '2024-05-20'))).toEqual({
    start: 1,
    count: 1,
    newer: '2024-05-31',
    older: '2021-01-01',
  });
  expect(await client.fetchQuery(dayQuery(3, '2022-05-20'))).toEqual({
    start: 2,
    count: 0,
    newer: '2024-05-20',
    older: '2021-01-01',
  });
  expect(await client.fetchQuery(dayQuery(3, '2024-05-31'))).toMatchObject({ newer: null, older: '2024-05-20' });
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
  await expect(client.fetchQuery(manifestQuery())).rejects.toThrow('no answer');
  await expect(client.fetchQuery(periodQuery(ALL, '2024'))).rejects.toThrow('no answer');
  expect(archive.asked).toEqual([...twice('manifest.json'), ...twice('streams/all/2024.json')]);
  archive.isOffline = false;
  await expect(client.fetchQuery(headQuery('tag', 'nothing'))).rejects.toThrow('not there');
  expect(archive.asked.slice(4)).toEqual(['streams/tag/nothing/head.json']);
  vi.useRealTimers();
});

function sought(period: string, address?: string): Promise<number | null> {
  return client.fetchQuery(placeQuery(ALL, 400, { period, address }));
}

function twice(path: string): readonly string[] {
  return [path, path];
}

function serve(posts: readonly FakePost[]): FakeArchive {
  const archive = fakeArchive(posts);
  vi.stubGlobal('fetch', archive.fetch);
  return archive;
}
