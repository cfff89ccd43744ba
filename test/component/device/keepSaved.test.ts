import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeArchive } from '../fakeArchive.ts';
import { fakeCaches } from '../../unit/worker/fakeCaches.ts';

const TIDE = '/news/2024/05/31/tide.html';
const PIER = '/news/2024/05/31/pier.html';
const MOVED = '/news/2024/05/31/moved.html';
const OLD = '/news/2024/05/31/old.html';
const row = (address: string) => ({ address, title: address, time: '2024-05-31T09:00' });
const picture = (src: string) => `<p>潮水</p><figure><img src="${src}" alt=""></figure>`;

const told: (readonly string[])[] = [];
let archive: ReturnType<typeof fakeArchive>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('indexedDB', new IDBFactory());
  archive = fakeArchive([
    {
      address: TIDE,
      html: picture('https://pictures.example/tide.jpg?a=1&amp;b=2#x'),
      rest: [picture('/pictures/late.svg')],
    },
    { address: MOVED, redirects: [OLD] },
    { address: PIER, html: picture('/pictures/pier.svg') },
  ]);
  vi.stubGlobal('fetch', archive.fetch);
  const active = { postMessage: ({ urls }: { readonly urls: readonly string[] }) => told.push(urls) };
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { ready: Promise.resolve({ active, scope: 'http://localhost:3000/' }) },
    configurable: true,
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const own of ['serviceWorker', 'locks']) Reflect.deleteProperty(navigator, own);
  told.length = 0;
});

async function openPage() {
  vi.resetModules();
  const [keep, saved] = await Promise.all([import('#device/keepSaved.ts'), import('#device/savedPosts.ts')]);
  return { ...keep, ...saved };
}

type Page = Awaited<ReturnType<typeof openPage>>;

const TIDE_PICTURES = ['https://pictures.example/tide.jpg?a=1&b=2', 'http://localhost:3000/pictures/late.svg'];

/** The keys whose values are read from a store from now on, a list that grows; undefined where all are. */
function spyOnReading(store: string): readonly unknown[] {
  const read: unknown[] = [];
  for (const way of ['get', 'getAll', 'openCursor'] as const) {
    const original = IDBObjectStore.prototype[way];
    vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(function (this: IDBObjectStore, ...asked: unknown[]) {
      if (this.name === store) read.push(asked[0]);
      return Reflect.apply(original, this, asked);
    });
  }
  return read;
}

/** Locks that all pages share, and nobody waits for. */
function fakeLocks() {
  const held: { readonly name: string }[] = [];
  const request = async (name: string, _options: LockOptions, work: () => Promise<unknown>) => {
    const lock = { name };
    held.push(lock);
    await work();
    held.splice(held.indexOf(lock), 1);
  };
  return { request, query: () => Promise.resolve({ held: [...held] }) };
}

test('a row is saved at once, then its text, and the worker is told of its pictures', async () => {
  const page = await openPage();
  const saving = page.saveArticle(row(TIDE));
  expect((await page.savedAt(TIDE))?.article).toBeUndefined();
  await saving;
  expect((await page.savedAt(TIDE))?.article?.rest).toHaveLength(1);
  await vi.waitFor(() => expect(told).toEqual([TIDE_PICTURES]));
});

test('a text in hand is not asked for, and the picture of the row is kept with those of the text', async () => {
  const page = await openPage();
  const article = { ...row(TIDE), date: '2024-05-31T09:00:00+08:00', html: picture('/b.svg') };
  await page.saveArticle({ ...row(TIDE), picture: { src: '/a.svg' } }, article);
  expect(archive.asked).toEqual([]);
  await vi.waitFor(() => expect(told).toEqual([['http://localhost:3000/a.svg', 'http://localhost:3000/b.svg']]));
});

test('what was saved offline comes when the device is online again, asked for calmly until then', async () => {
  const page = await openPage();
  archive.isOffline = true;
  await page.keepSaved();
  await page.saveArticle(row(TIDE));
  await page.saveArticle(row(PIER));
  archive.asked.length = 0;
  await vi.advanceTimersByTimeAsync(15_000);
  await vi.waitFor(() => expect(archive.asked).toHaveLength(1));
  archive.isOffline = false;
  dispatchEvent(new Event('online'));
  await vi.waitFor(async () => expect((await page.loadSaved()).every(({ article }) => article)).toBe(true));
  await vi.waitFor(() => expect(told.at(-1)).toHaveLength(3));
});

test('what was saved offline comes at the next start', async () => {
  archive.isOffline = true;
  await (await openPage()).saveArticle(row(PIER));
  archive.isOffline = false;
  const next = await openPage();
  await next.keepSaved();
  expect((await next.savedAt(PIER))?.article?.html).toContain('潮水');
});

test('a start reads no text that is saved, to know which pictures are to be kept, or which text is missing', async () => {
  vi.stubGlobal('BroadcastChannel', undefined); // The pages of other tests are no tabs of this one.
  const before = await openPage();
  await before.saveArticle(row(TIDE));
  await before.saveArticle(row(MOVED));
  archive.isOffline = true;
  await before.saveArticle(row(PIER));
  archive.isOffline = false;
  told.length = 0;
  const read = spyOnReading('saved');
  const next = await openPage();
  await next.keepSaved();
  await vi.waitFor(() => expect(told.at(-1)).toHaveLength(3));
  expect(new Set(read)).toEqual(new Set([PIER])); // The one whose text came now.
});

test('what has moved since comes to its row, and can be exported and imported', async () => {
  const page = await openPage();
  await page.saveArticle(row(OLD));
  expect((await page.savedAt(OLD))?.article).toMatchObject({ address: OLD, html: '<p>正文。</p>' });
});

test('other tabs are told of many texts once', async () => {
  const page = await openPage();
  archive.isOffline = true;
  await page.saveArticle(row(TIDE));
  await page.saveArticle(row(PIER));
  archive.isOffline = false;
  const post = vi.spyOn(BroadcastChannel.prototype, 'postMessage');
  await page.completeSaved();
  expect((await page.loadSaved()).every(({ article }) => article)).toBe(true);
  expect(post.mock.calls).toEqual([['saved']]);
});

test('what another tab drops while its text is on the way is not saved again', async () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  const [page, other] = [await openPage(), await openPage()];
  vi.stubGlobal('fetch', async (url: string) => {
    await other.dropPosts([TIDE]);
    return archive.fetch(url);
  });
  await page.saveArticle(row(TIDE));
  expect(await page.loadSaved()).toEqual([]);
});

test('one that is gone keeps no other from coming', async () => {
  const page = await openPage();
  await page.saveArticle(row('/news/2024/05/31/gone.html'));
  await page.saveArticle(row(PIER));
  expect((await page.loadSaved()).map(({ article }) => article !== undefined)).toEqual([true, false]);
});

test('what is dropped and saved again is what it was, although its host has it no more', async () => {
  const page = await openPage();
  await page.toggleSaved(row(TIDE));
  const before = await page.savedAt(TIDE);
  archive.files.clear();
  await page.toggleSaved(row(TIDE));
  expect(await page.savedAt(TIDE)).toBeUndefined();
  await page.toggleSaved(row(TIDE));
  expect(await page.savedAt(TIDE)).toEqual(before);
});

const PIER_PICTURES = ['http://localhost:3000/pictures/pier.svg'];

test.each([
  ['the reader goes on', (page: Page) => page.endRegret()],
  ['something else is dropped', (page: Page) => page.dropArticle(MOVED)],
])('pictures of what is dropped stay as long as it can be taken back, until %s', async (_name, end) => {
  const page = await openPage();
  for (const address of [MOVED, PIER, TIDE]) await page.saveArticle(row(address));
  await page.dropArticle(TIDE);
  await vi.advanceTimersByTimeAsync(60_000);
  await page.completeSaved();
  for (const urls of told.slice(3)) expect(urls).toEqual(expect.arrayContaining([...TIDE_PICTURES]));
  await end(page);
  await vi.waitFor(() => expect(told.at(-1)).toEqual(PIER_PICTURES));
});

test.each([
  ['others', PIER, PIER_PICTURES],
  ['nothing else', null, []],
])(
  'pictures of what was dropped before the page was closed go at the next start, beside %s',
  async (_name, other, left) => {
    fakeCaches();
    await caches.open('pictures http://localhost:3000/');
    const page = await openPage();
    if (other !== null) await page.saveArticle(row(other));
    await page.saveArticle(row(TIDE));
    await page.dropArticle(TIDE);
    await vi.waitFor(() => expect(told.at(-1)).toEqual(expect.arrayContaining([...TIDE_PICTURES])));
    const next = await openPage();
    await next.keepSaved();
    await vi.waitFor(() => expect(told.at(-1)).toEqual(left));
  },
);

test('pictures of what can be taken back in one tab stay, whatever another tab starts, saves and drops', async () => {
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true });
  const page = await openPage();
  await page.saveArticle(row(TIDE));
  await page.dropArticle(TIDE);
  const other = await openPage();
  await other.keepSaved();
  await other.saveArticle(row(PIER));
  await vi.waitFor(() => expect(told.at(-1)).toEqual([...PIER_PICTURES, ...TIDE_PICTURES]));
  await other.dropArticle(PIER);
  other.endRegret();
  await vi.waitFor(() => expect(told.at(-1)).toEqual(TIDE_PICTURES));
  page.endRegret();
  await vi.waitFor(() => expect(told.at(-1)).toEqual([]));
});

test('a page that keeps nothing has no pictures dropped', async () => {
  vi.stubGlobal('indexedDB', undefined);
  vi.spyOn(console, 'warn').mockReturnValue();
  const page = await openPage();
  await page.saveArticle(row(TIDE));
  await page.dropArticle(TIDE);
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual([]);
});
