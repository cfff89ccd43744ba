import 'fake-indexeddb/auto';
import { renderHook, waitFor } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeArchive, type FakeArchive } from '../fakeArchive.ts';

const ADDRESS = '/news/2024/05/31/tide.html';
const ROW = { address: ADDRESS, title: '潮位站', time: '2024-05-31T09:00' };

let archive: FakeArchive;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  archive = fakeArchive([{ address: ADDRESS, html: '<p>换了浮子。</p>' }]);
  vi.stubGlobal('fetch', archive.fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'connection');
});

/** A page that was just loaded, which has not read yet what is saved. */
async function openPage() {
  vi.resetModules();
  const [keep, refresh, posts] = await Promise.all([
    import('#device/keepSaved.ts'),
    import('#routes/useRefreshSaved.ts'),
    import('#device/savedPosts.ts'),
  ]);
  return { ...keep, ...refresh, ...posts };
}

/** A page that opens what was saved before it was loaded; nothing of what it asks for is from then. */
async function openSaved(page: Awaited<ReturnType<typeof openPage>>) {
  await page.saveArticle(ROW);
  archive.asked.length = 0;
  const next = await openPage();
  renderHook(() => next.useRefreshSaved(ADDRESS));
  return next;
}

const calm = () => new Promise((resolve) => setTimeout(resolve, 100));

test('the host is asked for what was saved before, as it is opened', async () => {
  await openSaved(await openPage());
  await waitFor(() => expect(archive.asked).not.toEqual([]));
});

test('who saves data has nobody asked', async () => {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
  await openSaved(await openPage());
  await calm();
  expect(archive.asked).toEqual([]);
});

test('what is saved while it is read is not asked for once more', async () => {
  const page = await openPage();
  renderHook(() => page.useRefreshSaved(ADDRESS));
  await calm();
  await page.saveArticle(ROW, { ...ROW, date: '2024-05-31T09:00:00+08:00', html: '<p>换了浮子。</p>' });
  await calm();
  expect(archive.asked).toEqual([]);
});
