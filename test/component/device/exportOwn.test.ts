import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseOwnFile } from '#data/ownFile.ts';
import { OWN_FORMAT, type OwnData, type OwnFile } from '#shared/ownFile.ts';
import { anyOwn, sorted } from '../../unit/device/anyOwn.ts';
import { fakeArchive } from '../fakeArchive.ts';
import { openDevice, openPage } from './openDevice.ts';

beforeEach(() => {
  openDevice();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('There is no network.')));
});
afterEach(() => vi.unstubAllGlobals());

const file = (own: Partial<OwnFile>): OwnFile => ({
  format: OWN_FORMAT,
  site: 'https://example.org/',
  exportedAt: '2026-11-28T12:00:00.000Z',
  settings: {},
  read: [],
  watermarks: [],
  saved: [],
  places: [],
  ...own,
});
const throughText = (own: OwnFile): OwnFile => parseOwnFile(JSON.stringify(own), 'own.json');

test('what one device exports, another has after the import, to the last field', async () => {
  const page = await openPage();
  await fc.assert(
    fc.asyncProperty(anyOwn, async (own) => {
      openDevice();
      await page.forgetOwn();
      await page.importOwn(throughText(file(own)));
      const exported = throughText(await page.collectOwn());
      expect(sorted(exported)).toEqual(sorted(own));
    }),
    { numRuns: 30 },
  );
});

test('an import adds to what is here, and the newer counts', async () => {
  const page = await openPage();
  await page.markRead(['/a']);
  const later = Date.now() + 1000;
  await page.importOwn(
    file({
      read: [
        { address: '/a', readAt: later, isUnread: true },
        { address: '/b', readAt: 1 },
      ],
      places: [{ address: '/long', index: 7, hash: 'abcd', savedAt: 1 }],
      saved: [{ address: '/s', savedAt: 3, headline: { address: '/s', title: 'S', time: '2024-05-31' } }],
    }),
  );
  const here = await page.collectOwn();
  expect(here.read).toEqual([
    { address: '/a', readAt: later, isUnread: true },
    { address: '/b', readAt: 1 },
  ]);
  expect(await page.loadPosition('/long')).toEqual(expect.objectContaining({ index: 7, hash: 'abcd' }));
  expect(page.presentMarks().saved).toEqual(new Set(['/s']));
  const again = await openPage();
  expect(sorted(await again.collectOwn())).toEqual(sorted(here));
});

test('settings are taken where none was chosen here, and nonsense among them is ignored', async () => {
  const page = await openPage();
  page.chooseSetting('theme', 'sepia');
  await page.importOwn(
    file({ settings: { theme: 'dark', size: '5', font: 'comic', toCome: 'x', ['__proto__']: 'on' } }),
  );
  expect((await page.collectOwn()).settings).toMatchObject({ theme: 'sepia', size: '5', font: 'sans' });
  page.resetSettings();
});

test('where storage is refused, what is imported lasts as long as the page', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubGlobal('indexedDB', undefined);
  const page = await openPage();
  const own: OwnData = {
    read: [{ address: '/a', readAt: 1 }],
    watermarks: [{ scope: 'all', upTo: '2024-05-31', readAt: 2 }],
    saved: [{ address: '/s', savedAt: 3, headline: { address: '/s', title: 'S', time: '2024-05-31' } }],
    places: [{ address: '/long', index: 7, hash: 'abcd', savedAt: 4 }],
  };
  await page.importOwn(file(own));
  const { read, watermarks, saved, places } = await page.collectOwn();
  expect({ read, watermarks, saved }).toEqual({ read: own.read, watermarks: own.watermarks, saved: own.saved });
  expect(places).toEqual([expect.objectContaining({ address: '/long', index: 7 })]);
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});

test('saved articles that came without their texts get them, and the import does not wait for that', async () => {
  const page = await openPage();
  const archive = fakeArchive([{ address: '/news/2024/05/31/tide.html' }]);
  vi.stubGlobal('fetch', archive.fetch);
  const headline = { address: '/news/2024/05/31/tide.html', title: '潮水', time: '2024-05-31' };
  await page.importOwn(file({ saved: [{ address: headline.address, savedAt: 3, headline }] }));
  await vi.waitFor(async () => expect((await page.savedAt(headline.address))?.article?.html).toBe('<p>正文。</p>'));
});

test('where storage is full, an import fails as one and lasts as long as the page', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const page = await openPage();
  const { put } = IDBObjectStore.prototype;
  // Every write under way fails when the disk is full: none of them may be left to fail unseen.
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const request = put.call(this, value, key);
    queueMicrotask(() => abort(this.transaction));
    return request;
  });
  const read = ['/a', '/b', '/c'].map((address) => ({ address, readAt: 1 }));
  await page.importOwn(file({ read }));
  vi.mocked(IDBObjectStore.prototype.put).mockRestore();
  expect(page.presentMarks().isRead?.({ address: '/b', title: '', time: '2024-05-31' })).toBe(true);
  warn.mockRestore();
});

test('everything can be deleted, and is not there on later visits', async () => {
  const page = await openPage();
  page.chooseSetting('theme', 'sepia');
  await page.importOwn(
    file({
      read: [{ address: '/a', readAt: 1 }],
      watermarks: [{ scope: 'all', upTo: '2024-05-31', readAt: 2 }],
      saved: [{ address: '/s', savedAt: 3, headline: { address: '/s', title: 'S', time: '2024-05-31' } }],
      places: [{ address: '/long', index: 7, hash: 'abcd', savedAt: 4 }],
    }),
  );
  await page.forgetOwn();
  for (const one of [page, await openPage()]) {
    const { settings, read, watermarks, saved, places } = await one.collectOwn();
    expect(settings).toMatchObject({ theme: 'auto' });
    expect([read, watermarks, saved, places]).toEqual([[], [], [], []]);
  }
});

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was before, for another write.
  }
}
