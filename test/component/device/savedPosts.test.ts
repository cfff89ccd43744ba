import 'fake-indexeddb/auto';
import { renderHook, waitFor } from '@testing-library/react';
import { IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Address } from '#shared/post.ts';

const headline = (address: Address) => ({ address, title: address, time: '2024-05-30T09:00' });
const post = (address: Address, savedAt: number) => ({ address, savedAt, headline: headline(address) });

/** The modules as a page that is loaded anew has them. */
async function openPage() {
  vi.resetModules();
  const [saved, marks] = await Promise.all([import('#device/savedPosts.ts'), import('#device/marks.ts')]);
  return { ...saved, marked: () => [...marks.presentMarks().saved].toSorted() };
}

const addressesIn = (posts: readonly { readonly address: Address }[]) => posts.map(({ address }) => address);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('what is saved is marked at once, and there after a reload, the newest first', async () => {
  const first = await openPage();
  const saving = first.savePosts([post('/a/', 1), post('/b/', 3), post('/c/', 2)]);
  expect(first.marked()).toEqual(['/a/', '/b/', '/c/']);
  await saving;
  const next = await openPage();
  expect(await next.followSaved()).toBe(true);
  expect(next.marked()).toEqual(['/a/', '/b/', '/c/']);
  expect(addressesIn(await next.loadSaved())).toEqual(['/b/', '/c/', '/a/']);
});

test('who saved nothing has none', async () => {
  const page = await openPage();
  expect(await page.followSaved()).toBe(false);
  expect(await page.loadSaved()).toEqual([]);
});

test('what is dropped is gone, and can be taken back as it was', async () => {
  const page = await openPage();
  const article = { ...headline('/a/'), date: '2024-05-30T09:00:00+08:00', html: '<p>正文</p>' };
  await page.savePosts([{ ...post('/a/', 1), article }, post('/b/', 2)]);
  // In a page that has read no values yet, too.
  const next = await openPage();
  await next.followSaved();
  await next.dropPosts(['/a/']);
  expect(next.marked()).toEqual(['/b/']);
  expect(await (await openPage()).savedAt('/a/')).toBeUndefined();
  expect(next.lastDropped()).toEqual([{ ...post('/a/', 1), article }]);
  await next.savePosts(next.lastDropped());
  expect(next.lastDropped()).toEqual([]);
  expect(await (await openPage()).savedAt('/a/')).toEqual({ ...post('/a/', 1), article });
});

test('an article is found by any form of its address', async () => {
  await (await openPage()).savePosts([post('/news/Tide.html', 1)]);
  const page = await openPage();
  for (const form of ['/news/tide', '/news/Tide.html', '/NEWS/tide/'])
    expect((await page.savedAt(form))?.address).toBe('/news/Tide.html');
  expect(await page.savedAt('/news/')).toBeUndefined();
});

test('a list that is shown follows', async () => {
  const page = await openPage();
  await page.loadSaved();
  const { result } = renderHook(() => page.useSaved());
  await page.savePosts([post('/a/', 1)]);
  await waitFor(() => expect(addressesIn(result.current.posts)).toEqual(['/a/']));
  await page.dropPosts(['/a/']);
  await waitFor(() => expect(addressesIn(result.current.dropped)).toEqual(['/a/']));
  page.forgetDropped();
  await waitFor(() => expect(result.current).toEqual({ posts: [], dropped: [] }));
});

test('two tabs are in step', async () => {
  const [one, two] = [await openPage(), await openPage()];
  await Promise.all([one.followSaved(), two.followSaved()]);
  await two.loadSaved();
  await one.savePosts([post('/a/', 1)]);
  await waitFor(() => expect(two.marked()).toEqual(['/a/']));
  await two.dropPosts(['/a/']);
  await waitFor(() => expect(one.marked()).toEqual([]));
});

test('a row that is saved again, by who did not know of it, keeps its text and its time', async () => {
  const article = { ...headline('/a/'), date: '2024-05-30T09:00:00+08:00', html: '<p>正文</p>' };
  await (await openPage()).savePosts([{ ...post('/a/', 1), article }]);
  const stale = await openPage();
  await stale.savePosts([post('/a/', 9)]);
  expect(await stale.savedAt('/a/')).toEqual({ ...post('/a/', 1), article });
  expect(await (await openPage()).loadSaved()).toEqual([{ ...post('/a/', 1), article }]);
});

test.each(['loadSaved', 'followSaved'] as const)(
  'what is saved and dropped while the disk is slow is not undone by its answer: %s',
  async (read) => {
    await (await openPage()).savePosts([post('/a/', 1), post('/b/', 2)]);
    const page = await openPage();
    const reading = page[read]();
    const writing = [page.savePosts([post('/c/', 3)]), page.dropPosts(['/a/'])];
    await reading;
    expect(page.marked()).toEqual(['/b/', '/c/']);
    await Promise.all(writing);
    expect(page.marked()).toEqual(['/b/', '/c/']);
    expect(addressesIn(await page.loadSaved())).toEqual(['/c/', '/b/']);
  },
);

test('what is taken back at once is not offered once more', async () => {
  const page = await openPage();
  await page.savePosts([post('/a/', 1)]);
  const dropping = page.dropPosts(['/a/']);
  await page.savePosts(page.lastDropped());
  await dropping;
  expect(page.lastDropped()).toEqual([]);
});

describe('where storage', () => {
  test.each([
    [
      'is refused',
      () =>
        vi.stubGlobal('indexedDB', {
          open: () => {
            throw new DOMException('no', 'SecurityError');
          },
        }),
    ],
    ['is not there', () => vi.stubGlobal('indexedDB', undefined)],
  ])('%s, saving lasts as long as the page, and is warned of once', async (_name, refuse) => {
    refuse();
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    const page = await openPage();
    await page.followSaved();
    await page.savePosts([post('/a/', 1), post('/b/', 2)]);
    await page.dropPosts(['/b/']);
    expect(addressesIn(await page.loadSaved())).toEqual(['/a/']);
    expect(page.marked()).toEqual(['/a/']);
    expect((await page.savedAt('/a'))?.savedAt).toBe(1);
    expect(warned).toHaveBeenCalledOnce();
  });

  test('is full, what was saved before stays, and the rest lasts as long as the page', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await (await openPage()).savePosts([post('/a/', 1)]);
    const page = await openPage();
    await page.followSaved();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await page.savePosts([post('/b/', 2)]);
    put.mockRestore();
    expect(addressesIn(await page.loadSaved())).toEqual(['/b/', '/a/']);
    expect(addressesIn(await (await openPage()).loadSaved())).toEqual(['/a/']);
  });

  test('was full for a while, what it took later is not put back', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const page = await openPage();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await page.savePosts([post('/a/', 1)]);
    put.mockRestore();
    const article = { ...headline('/a/'), date: '2024-05-30T09:00:00+08:00', html: '<p>正文</p>' };
    await page.savePosts([{ ...post('/a/', 1), article }]);
    expect(await page.loadSaved()).toEqual([{ ...post('/a/', 1), article }]);
  });

  test('never answers, an article is not waited for', async () => {
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
    const page = await openPage();
    vi.useFakeTimers();
    try {
      const asked = page.savedAt('/a/');
      await vi.advanceTimersByTimeAsync(2000);
      expect(await asked).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });
});
