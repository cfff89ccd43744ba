// A device on which an older release has kept what is the reader's own, and may still be open in other tabs.
import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DATABASE, openDevice, openPage } from './openDevice.ts';

const HEADLINE = { address: '/2024/05/31/tide', title: '潮位站', time: '2024-05-31T09:00' };
const ARTICLE = {
  ...HEADLINE,
  date: '2024-05-31T09:00:00+08:00',
  html: '<p>换了浮子</p><figure><img alt="" src="/tide.svg"></figure>',
};
const SAVED = { address: HEADLINE.address, savedAt: 1, headline: HEADLINE, article: ARTICLE };
const WAITING = { address: '/2024/05/30/pier', savedAt: 2, headline: { ...HEADLINE, address: '/2024/05/30/pier' } };
const NOTES = [
  { address: WAITING.address, savedAt: 2, hasText: false, pictures: [] },
  { address: SAVED.address, savedAt: 1, hasText: true, pictures: ['http://localhost:3000/tide.svg'] },
];

let older: IDBPDatabase;

beforeEach(async () => {
  openDevice();
  older = await openOlder();
  await older.put('read', { address: '/a', readAt: 1 });
  await older.put('saved', SAVED);
  await older.put('saved', WAITING);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens the database as the first release does, which makes way when another one wants to change it. */
function openOlder(): Promise<IDBPDatabase> {
  return openDB(DATABASE, 1, {
    upgrade: (own) => {
      own.createObjectStore('places', { keyPath: 'address' }).createIndex('savedAt', 'savedAt');
      own.createObjectStore('read', { keyPath: 'address' }).createIndex('readAt', 'readAt');
      own.createObjectStore('watermarks', { keyPath: 'scope' });
      own.createObjectStore('saved', { keyPath: 'address' }).createIndex('savedAt', 'savedAt');
      own.createObjectStore('taken', { keyPath: 'day' });
    },
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(), // A database tells of itself.
  });
}

test('all of it stays, and is noted, while the older release is open in another tab', async () => {
  const page = await openPage();
  expect(await page.savedNotes()).toEqual(NOTES);
  const { read, saved } = await page.collectOwn();
  expect({ read, saved }).toEqual({ read: [{ address: '/a', readAt: 1 }], saved: [WAITING, SAVED] });
  expect(page.presentStorage()).toBe('kept');
});

test('two tabs of this release that come at the same time make it once', async () => {
  const pages = [await openPage(), await openPage()];
  expect(await Promise.all(pages.map((page) => page.savedNotes()))).toEqual([NOTES, NOTES]);
});

test('what a tab of the older release saves and drops afterwards is noted at the next start', async () => {
  const page = await openPage();
  await page.savedNotes();
  await expect(openOlder()).rejects.toMatchObject({ name: 'VersionError' });
  const again = await openDB(DATABASE); // As that release does then.
  const other = { ...SAVED, address: '/2024/05/29/ferry' };
  await again.put('saved', other);
  await again.delete('saved', SAVED.address);
  again.close();
  const next = await openPage();
  expect((await next.savedNotes()).map(({ address }) => address)).toEqual([WAITING.address, other.address]);
  const own = await openDB(DATABASE);
  expect(await own.getAllKeys('savedNotes')).toEqual([other.address, WAITING.address]);
  own.close();
});

test('on a full device, which takes no notes, what is saved is known all the same', async () => {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...asked) {
    if (this.name === 'savedNotes') throw new DOMException('full', 'QuotaExceededError');
    return Reflect.apply(put, this, asked);
  });
  vi.spyOn(console, 'warn').mockReturnValue();
  const page = await openPage();
  expect(await page.savedNotes()).toEqual(NOTES);
  expect(page.presentStorage()).toBe('kept');
});

test('a tab that does not make way is not waited for, and nothing is lost once it is closed', async () => {
  older.close();
  const frozen = await openDB(DATABASE, 1);
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opening = openPage();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
  const page = await opening;
  expect(page.presentStorage()).toBe('memory');
  expect(await page.savedNotes()).toEqual([]);
  expect(warned).toHaveBeenCalledOnce();
  warned.mockRestore();
  frozen.close();
  const next = await openPage();
  expect(await next.savedNotes()).toEqual(NOTES);
  expect(next.presentStorage()).toBe('kept');
});
