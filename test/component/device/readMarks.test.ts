import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Headline } from '#shared/post.ts';
import { DATABASE, openDevice, openPage } from './openDevice.ts';

const rows = (times: readonly string[]): readonly Headline[] =>
  times.map((time, index) => ({ address: `/2024/05/31/post-${index}.html`, title: time, time, categories: ['港口'] }));
const NEWEST = rows(['2024-05-31T09:20', '2024-05-31T09:10']);
const OLDER: Headline = { address: '/2019/old.html', title: '旧闻', time: '2019-02-01T08:00', categories: ['港口'] };
const ELSEWHERE: Headline = { ...OLDER, address: '/2019/other.html', categories: ['渔市'] };
const NEW: Headline = { address: '/2024/05/31/new.html', title: '新', time: '2024-05-31T09:30', categories: ['港口'] };
const LATE: Headline = { ...NEW, address: '/2024/05/31/late.html', time: '2024-05-31T09:15' };

type Page = Awaited<ReturnType<typeof openPage>>;

beforeEach(() => openDevice());
afterEach(() => vi.unstubAllGlobals());

function read(page: Page, ...headlines: readonly Headline[]): readonly boolean[] {
  return headlines.map((headline) => page.presentMarks().isRead?.(headline) ?? false);
}

test('who has read nothing is shown nothing; what was read is shown on later visits', async () => {
  const page = await openPage();
  expect(page.presentMarks().isRead).toBeNull();
  await page.markRead([OLDER.address]);
  expect(read(page, OLDER, ELSEWHERE)).toEqual([true, false]);
  expect(read(await openPage(), OLDER, ELSEWHERE)).toEqual([true, false]);
});

test('what is taken back is as it was, in every tab and on later visits', async () => {
  const page = await openPage();
  const other = await openPage();
  await page.markRead([OLDER.address]);
  const undo = await page.markRead([OLDER.address, ELSEWHERE.address]);
  await vi.waitFor(() => expect(read(other, OLDER, ELSEWHERE)).toEqual([true, true]));
  await undo();
  expect(read(page, OLDER, ELSEWHERE)).toEqual([true, false]);
  await vi.waitFor(() => expect(read(other, OLDER, ELSEWHERE)).toEqual([true, false]));
  expect(read(await openPage(), OLDER, ELSEWHERE)).toEqual([true, false]);
});

test('all of a list is one mark, whatever its length, and leaves what is new and what lies elsewhere', async () => {
  const page = await openPage();
  const undo = await page.markAllRead('category/港口', NEWEST);
  expect(read(page, ...NEWEST, OLDER, ELSEWHERE, NEW, LATE)).toEqual([true, true, true, false, false, false]);
  expect((await page.collectOwn()).watermarks).toHaveLength(1);
  expect(read(await openPage(), OLDER, NEW)).toEqual([true, false]);
  await undo();
  expect(page.presentMarks().isRead).toBeNull();
});

test('one of a list that was marked can be marked as not read, and lasts until the list is marked again', async () => {
  const page = await openPage();
  await page.markAllRead('category/港口', NEWEST);
  await page.markRead([OLDER.address], false);
  expect(read(await openPage(), OLDER)).toEqual([false]);
  await page.markAllRead('category/港口', NEWEST);
  expect(read(page, OLDER)).toEqual([true]);
});

test('a list marked from an older copy of it keeps how far it was read', async () => {
  const page = await openPage();
  await page.markAllRead('all', NEWEST);
  await page.markAllRead('all', [OLDER]);
  expect(read(page, { ...OLDER, time: '2024-05-31T09:10' })).toEqual([true]);
});

test('a clock that was put back loses to no older mark', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 1) });
  const page = await openPage();
  await page.markRead([OLDER.address], false);
  vi.setSystemTime(Date.UTC(2024, 0, 1));
  await page.markAllRead('all', NEWEST);
  vi.useRealTimers();
  expect(read(page, OLDER)).toEqual([true]);
});

test('what is marked while the disk is slow is not lost when its answer comes', async () => {
  const page = await openPage();
  const loading = page.loadReadMarks();
  await page.markRead([OLDER.address]);
  await loading;
  expect(read(page, OLDER)).toEqual([true]);
});

test('tabs read side by side: none waits for another', async () => {
  const page = await openPage();
  await page.markRead([OLDER.address]);
  const { store } = (await openDB(DATABASE)).transaction('read');
  let isRead = false;
  const loading = page.loadReadMarks().then(() => (isRead = true));
  // For so long the other reads on.
  for (let reads = 0; reads < 100; reads++) await store.get('/');
  expect(isRead).toBe(true);
  await loading;
});

test('of more marks than are kept the oldest go', async () => {
  await openPage();
  const own = await openDB(DATABASE);
  const { store, done } = own.transaction('read', 'readwrite');
  const marks = Array.from({ length: 20_003 }, (_mark, index) => ({ address: `/${index}`, readAt: 20_003 - index }));
  await Promise.all([...marks.map((mark) => store.put(mark)), done]);
  await (await openPage()).loadReadMarks();
  expect(await own.count('read')).toBe(20_000);
  expect(await own.get('read', '/20000')).toBeUndefined();
  expect(await own.get('read', '/19999')).toBeDefined();
});

test('all marks can be forgotten', async () => {
  const page = await openPage();
  await page.markAllRead('all', NEWEST);
  await page.forgetReadMarks();
  expect(page.presentMarks().isRead).toBeNull();
  expect((await openPage()).presentMarks().isRead).toBeNull();
});

test.each([
  ['there is none', undefined],
  [
    'it may not be opened',
    {
      open: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    },
  ],
  ['it fails', { open: () => failingRequest() }],
])(
  'where storage is refused, as %s, marks last as long as the page, and the console is told once',
  async (_name, database) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubGlobal('indexedDB', database);
    const page = await openPage();
    const undo = await page.markAllRead('all', NEWEST);
    await page.markRead([NEW.address]);
    expect(read(page, NEW, OLDER)).toEqual([true, true]);
    await undo();
    expect(read(page, NEW, OLDER)).toEqual([true, false]);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  },
);

test('a full disk is no end: what was marked lasts as long as the page', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const page = await openPage();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await page.markRead([OLDER.address]);
  await page.markRead([NEW.address]);
  expect(read(page, OLDER, NEW)).toEqual([true, true]);
  expect(warn).toHaveBeenCalledTimes(1);
  vi.restoreAllMocks();
});

test('a database that is deleted under an open page is made anew, and marks go on', async () => {
  const warn = vi.spyOn(console, 'warn');
  const page = await openPage();
  await page.markRead([OLDER.address]);
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(DATABASE).onsuccess = resolve;
  });
  await page.markRead([NEW.address]);
  expect(read(page, OLDER, NEW)).toEqual([true, true]);
  expect(read(await openPage(), OLDER, NEW)).toEqual([false, true]);
  expect(warn).not.toHaveBeenCalled();
});

test('a newer release gets the database at once, and an older page goes on with it', async () => {
  const warn = vi.spyOn(console, 'warn');
  const page = await openPage();
  await page.markRead([OLDER.address]);
  const newer = await openDB(DATABASE, 2, { upgrade: (own) => void own.createObjectStore('toCome') });
  await page.markRead([NEW.address]);
  expect(await newer.count('read')).toBe(2);
  expect(read(await openPage(), OLDER, NEW)).toEqual([true, true]);
  expect(warn).not.toHaveBeenCalled();
});

function failingRequest(): IDBOpenDBRequest {
  const factory = new IDBFactory();
  return factory.open('', 0.5);
}
