import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeArchive, fakeArchive, type FakePost } from '../fakeArchive.ts';

const ADDRESS = '/news/2024/05/31/tide.html';
const BEFORE = {
  address: ADDRESS,
  title: '潮位站换了浮子',
  html: '<p>昨天换的。</p><figure><img src="/a.svg"></figure>',
};
const AFTER = {
  address: ADDRESS,
  title: '潮位站换了新浮子',
  html: '<p>今天换的。</p><figure><img src="/b.svg"></figure>',
};

const told: (readonly string[])[] = [];

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const active = { postMessage: ({ urls }: { readonly urls: readonly string[] }) => told.push(urls) };
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { ready: Promise.resolve({ active, scope: 'http://localhost:3000/' }) },
    configurable: true,
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'serviceWorker');
  told.length = 0;
});

function publish(...posts: readonly FakePost[]): FakeArchive {
  const archive = fakeArchive(posts);
  vi.stubGlobal('fetch', archive.fetch);
  return archive;
}

/** A page that was just loaded, on a device where the article was saved as it was before. */
async function openPage() {
  vi.resetModules();
  const [keep, saved, refresh, marks] = await Promise.all([
    import('#device/keepSaved.ts'),
    import('#device/savedPosts.ts'),
    import('#device/refreshSaved.ts'),
    import('#device/marks.ts'),
  ]);
  publish(BEFORE);
  await keep.saveArticle({ address: ADDRESS, title: BEFORE.title, time: '2024-05-31T09:00' });
  return { ...saved, ...keep, ...refresh, ...marks };
}

test('a text that the publisher has corrected takes the place of the saved one, with title, row and pictures', async () => {
  const page = await openPage();
  const before = await page.savedAt(ADDRESS);
  publish(AFTER);
  await page.refreshSaved(ADDRESS);
  const after = await page.savedAt(ADDRESS);
  expect(after).toMatchObject({
    savedAt: before?.savedAt,
    headline: { title: AFTER.title, digest: '今天换的。', picture: { src: '/b.svg' } },
    article: { title: AFTER.title, html: AFTER.html },
  });
  expect(after?.textAt).toBeGreaterThanOrEqual(before?.savedAt ?? Infinity);
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['http://localhost:3000/b.svg']));
});

test.each([
  ['was withdrawn', () => publish({ address: '/news/2024/05/31/other.html' })],
  ['cannot be reached', () => void (publish(AFTER).isOffline = true)],
  [
    'has lost the text',
    () => {
      const archive = publish(AFTER);
      for (const path of archive.files.keys()) if (path.startsWith('posts/')) archive.files.delete(path);
    },
  ],
  ['has it unchanged', () => publish(BEFORE)],
])('what %s leaves the saved copy as it was', async (_name, change) => {
  const page = await openPage();
  const before = await page.savedAt(ADDRESS);
  change();
  await page.refreshSaved(ADDRESS);
  expect(await page.savedAt(ADDRESS)).toEqual(before);
});

test('copies that the worker or the browser keep are not taken for the host’s word', async () => {
  const page = await openPage();
  const archive = publish(AFTER);
  const asked: (readonly [string, RequestCache | undefined])[] = [];
  vi.stubGlobal('fetch', (url: string, options: RequestInit) => {
    asked.push([url.replace(/\/[\d/a-f]+(?:\.json)?$/, ''), options.cache]);
    return archive.fetch(url);
  });
  await page.refreshSaved(ADDRESS);
  expect(asked).toEqual([
    ['/data/days', 'no-store'],
    ['/data/posts', undefined],
  ]);
});

test('what is dropped meanwhile is not saved again', async () => {
  const page = await openPage();
  publish(AFTER);
  const refreshing = page.refreshSaved(ADDRESS);
  await page.dropArticle(ADDRESS);
  await refreshing;
  expect(page.presentMarks().saved.size).toBe(0);
  expect(await page.savedAt(ADDRESS)).toBeUndefined();
});

test('what is dropped meanwhile in another tab, which has not told yet, is not saved again', async () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  const page = await openPage();
  const other = await openPage();
  const archive = publish(AFTER);
  vi.stubGlobal('fetch', async (url: string) => {
    const answer = await archive.fetch(url);
    await other.dropArticle(ADDRESS);
    return answer;
  });
  await page.loadSaved();
  await page.refreshSaved(ADDRESS);
  expect(await page.loadSaved()).toEqual([]);
  expect(await page.savedNotes()).toEqual([]);
});
