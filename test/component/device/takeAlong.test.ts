import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { chunkFile } from '#shared/paths.ts';
import { shelfName } from '#shared/shelves.ts';
import { type FakeArchive, fakeArchive, type FakePost } from '../fakeArchive.ts';
import { fakeCaches } from '../../unit/worker/fakeCaches.ts';

const SCOPE = 'http://localhost:3000/';

// What is taken is the module's own: each test begins with a new one, as each page does.
beforeEach(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
});

test('a day that is taken along has all it needs, and nothing of other days', async () => {
  const archive = serve(threeDays());
  const { days } = await take(archive, ['2024-05-30']);
  expect(days.get('2024-05-30')).toMatchObject({ by: 'reader', count: 40, doneAt: expect.any(Number) });
  const kept = await keptPaths();
  const chunksOfDay = chunksIn(archive, '2024-05-30');
  expect(kept.filter((path) => path.startsWith('posts/')).toSorted()).toEqual(chunksOfDay.toSorted());
  expect(kept).toEqual(
    expect.arrayContaining([
      'manifest.json',
      'days/2024/05/30.json',
      'calendar/2024.json',
      'streams/all/head.json',
      'streams/all/2024.json',
      'streams/category/news/head.json',
    ]),
  );
  expect(kept).not.toContain('days/2024/05/29.json');
});

test('the files that tell the day of addresses which hide it come along', async () => {
  const archive = serve([...threeDays(), { address: '/hidden/', date: '2024-05-30T23:00:00+08:00' }]);
  await take(archive, ['2024-05-30']);
  const links = [...archive.files.keys()].filter((path) => path.startsWith('links/'));
  expect(links).toHaveLength(1);
  expect(await keptPaths()).toEqual(expect.arrayContaining(links));
});

test('what is here is not fetched again', async () => {
  const archive = serve(threeDays());
  const { dropDays, takeDays } = await take(archive, ['2024-05-30']);
  archive.asked.length = 0;
  await takeDays([wanted('2024-05-30'), wanted('2024-05-29')], 'reader');
  const again = archive.asked.filter((path) => chunksIn(archive, '2024-05-30').includes(path));
  expect(again).toEqual([]);
  await dropDays(['2024-05-30']);
  expect((await keptPaths()).filter((path) => path.startsWith('posts/')).toSorted()).toEqual(
    chunksIn(archive, '2024-05-29').toSorted(),
  );
});

test('the last day to go leaves nothing', async () => {
  const { dropDays } = await take(serve(threeDays()), ['2024-05-30', '2024-05-31']);
  await dropDays(['2024-05-30', '2024-05-31']);
  expect(await keptPaths()).toEqual([]);
});

test('a run that a lost network ended goes on where it was, in a new page too', async () => {
  const archive = serve(threeDays());
  const [first = '', ...others] = chunksIn(archive, '2024-05-30');
  const bytes = archive.files.get(others[0] ?? '');
  archive.files.delete(others[0] ?? '');
  const begun = await take(archive, ['2024-05-30']);
  expect(begun.takingNow().status).toBe('failed');
  archive.files.set(others[0] ?? '', bytes ?? new Uint8Array());
  archive.asked.length = 0;
  vi.resetModules();
  const { startTaking } = await import('#device/takeAlong.ts');
  await startTaking();
  const { takenDays } = await import('#device/takenDays.ts');
  expect(takenDays().get('2024-05-30')?.doneAt).toBeDefined();
  expect(archive.asked).not.toContain(first);
});

test('what the reader paused waits until they want it', async () => {
  const archive = serve(threeDays());
  archive.isOffline = true;
  const { pauseTaking, resumeTaking, startTaking, takingNow, takenDays } = await take(archive, ['2024-05-30']);
  expect(takingNow().status).toBe('offline');
  await pauseTaking();
  archive.isOffline = false;
  await startTaking();
  expect(takenDays().get('2024-05-30')?.doneAt).toBeUndefined();
  await resumeTaking();
  expect(takenDays().get('2024-05-30')?.doneAt).toBeDefined();
});

test('a publish between index and chunk is no failure: the index is asked again', async () => {
  const before = fakeArchive(threeDays());
  const after = fakeArchive([...threeDays(), { date: '2024-05-30T23:30:00+08:00', title: '晚到' }]);
  let asked = 0;
  const old = before.files.get('days/2024/05/30.json') ?? new Uint8Array();
  vi.stubGlobal('fetch', (url: string) => {
    const isStale = String(url).endsWith('days/2024/05/30.json') && asked++ === 0;
    return isStale ? Promise.resolve(new Response(new Uint8Array(old))) : after.fetch(url);
  });
  fakeCaches();
  const { days } = await takeNow(['2024-05-30']);
  expect(days.get('2024-05-30')?.count).toBe(41);
});

test('a day that is dropped takes nothing from one that is just being taken', async () => {
  const archive = serve(threeDays());
  const { dropDays, takeDays, takenDays } = await take(archive, ['2024-05-31']);
  const [chunk = ''] = chunksIn(archive, '2024-05-30');
  const line = hold(archive, chunk);
  const taking = takeDays([wanted('2024-05-30')], 'reader');
  await line.isAsked;
  const dropping = dropDays(['2024-05-31']);
  await vi.waitFor(async () => expect(await keptPaths()).not.toContain('days/2024/05/31.json'));
  line.release();
  await Promise.all([taking, dropping]);
  const { files = [] } = takenDays().get('2024-05-30') ?? {};
  expect(files).toContain('manifest.json');
  expect(await keptPaths()).toEqual(expect.arrayContaining([...files]));
  expect((await keptPaths()).filter((path) => path.startsWith('posts/'))).not.toContain(
    chunksIn(archive, '2024-05-31')[0],
  );
});

test('a day that is dropped before its turn is not taken', async () => {
  const archive = serve(threeDays());
  const { forgetTakenDays, takenDays } = await import('#device/takenDays.ts');
  const estimate = async () => {
    await forgetTakenDays(['2024-05-30']);
    return { usage: 0, quota: 1e9 };
  };
  vi.stubGlobal('navigator', { ...navigator, storage: { estimate } });
  await take(archive, ['2024-05-30']);
  expect([...takenDays().keys()]).toEqual([]);
  expect(archive.asked).toEqual([]);
});

test('what is here of a day that the reader paused stays when others have come', async () => {
  const archive = serve(threeDays());
  const [first = '', second = ''] = chunksIn(archive, '2024-05-30');
  archive.files.delete(second);
  const { pauseTaking, takeDays, takenDays } = await take(archive, ['2024-05-30']);
  await pauseTaking();
  await takeDays([wanted('2024-05-29')], 'reader');
  expect(takenDays().get('2024-05-29')?.doneAt).toBeDefined();
  expect(await keptPaths()).toContain(first);
});

test('a chunk that was seen moves over, and is not fetched', async () => {
  const archive = serve(threeDays());
  const [path = ''] = chunksIn(archive, '2024-05-30');
  const seen = await caches.open(shelfName('chunks', SCOPE));
  // Most hosts that pack say what the packing hangs on.
  const headers = { vary: 'Accept-Encoding' };
  await seen.put(`${SCOPE}data/${path}`, new Response(new Uint8Array(archive.files.get(path) ?? []), { headers }));
  await takeNow(['2024-05-30']);
  expect(archive.asked).not.toContain(path);
  expect(await seen.keys()).toEqual([]);
});

test('a check finds what is damaged or gone, and fetches just that', async () => {
  const archive = serve(threeDays());
  await take(archive, ['2024-05-30']);
  const [damaged = '', gone = ''] = chunksIn(archive, '2024-05-30');
  const taken = await caches.open(shelfName('taken', SCOPE));
  const kept = await taken.match(`${SCOPE}data/${damaged}`);
  await taken.put(`${SCOPE}data/${damaged}`, new Response('broken', { headers: kept?.headers ?? {} }));
  await taken.delete(`${SCOPE}data/${gone}`);
  archive.asked.length = 0;
  const { verifyTaken } = await import('#device/verifyTaken.ts');
  const { takingNow } = await import('#device/takingState.ts');
  await verifyTaken();
  expect(takingNow().check?.damaged).toBe(2);
  expect(archive.asked.filter((path) => path.startsWith('posts/')).toSorted()).toEqual([damaged, gone].toSorted());
  await verifyTaken();
  expect(takingNow().check?.damaged).toBe(0);
});

test('a day that is dropped while it is checked does not come back', async () => {
  const archive = serve(threeDays());
  const { dropDays, takenDays } = await take(archive, ['2024-05-30', '2024-05-29']);
  const { verifyTaken } = await import('#device/verifyTaken.ts');
  const taken = await caches.open(shelfName('taken', SCOPE));
  vi.spyOn(taken, 'match').mockImplementationOnce(async () => {
    await dropDays(['2024-05-29']);
    return undefined;
  });
  await verifyTaken();
  expect([...takenDays().keys()]).toEqual(['2024-05-30']);
});

test('a device that is full ends the run, and says so', async () => {
  const archive = fakeArchive(threeDays());
  vi.stubGlobal('fetch', archive.fetch);
  fakeCaches({ whenFull: true });
  const { takingNow } = await takeNow(['2024-05-30']);
  expect(takingNow().status).toBe('full');
});

test('the run stops before the device is full', async () => {
  const archive = serve(threeDays());
  vi.stubGlobal('navigator', { ...navigator, storage: { estimate: async () => ({ usage: 99_000_000, quota: 1e8 }) } });
  const { takingNow } = await takeNow(['2024-05-30']);
  expect(takingNow().status).toBe('full');
  expect(archive.asked).toEqual([]);
});

function threeDays(): readonly FakePost[] {
  return ['2024-05-31', '2024-05-30', '2024-05-29'].flatMap((day) =>
    Array.from({ length: 40 }, (_post, index): FakePost => {
      const clock = `${String(Math.floor(index / 2) + 1).padStart(2, '0')}:${index % 2 ? '30' : '00'}:00`;
      const address = `/news/${day.replaceAll('-', '/')}/${index}.html`;
      return { date: `${day}T${clock}+08:00`, address, title: `${day} ${index}`, categories: ['news'] };
    }),
  );
}

function serve(posts: readonly FakePost[]): FakeArchive {
  const archive = fakeArchive(posts);
  vi.stubGlobal('fetch', archive.fetch);
  fakeCaches();
  return archive;
}

/** A file for which the host takes its time. */
function hold(archive: FakeArchive, path: string) {
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const isAsked = new Promise<void>((asked) => {
    vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
      if (url.endsWith(path)) asked();
      if (url.endsWith(path)) await released;
      return archive.fetch(url, options);
    });
  });
  return { isAsked, release: () => release?.() };
}

async function take(archive: FakeArchive, days: readonly string[]) {
  vi.stubGlobal('fetch', archive.fetch);
  return takeNow(days);
}

async function takeNow(days: readonly string[]) {
  const modules = await Promise.all([
    import('#device/takeAlong.ts'),
    import('#device/takenDays.ts'),
    import('#device/takingState.ts'),
  ]);
  const [engine, { loadTakenDays, forgetTakenDays, takenDays }, { takingNow }] = modules;
  // The database is one for all tests.
  await loadTakenDays();
  await forgetTakenDays([...takenDays().keys()]);
  await engine.takeDays(days.map(wanted), 'reader');
  return { ...engine, takenDays, takingNow, days: takenDays() };
}

function wanted(day: string) {
  return { day, count: 40, sizeBytes: 100_000 };
}

async function keptPaths(): Promise<string[]> {
  const keys = await (await caches.open(shelfName('taken', SCOPE))).keys();
  return keys.map(({ url }) => url.replace(`${SCOPE}data/`, ''));
}

function chunksIn(archive: FakeArchive, day: string): readonly string[] {
  const file = archive.files.get(`days/${day.replaceAll('-', '/')}.json`);
  // Written by the builder a moment ago.
  const { chunks } = JSON.parse(new TextDecoder().decode(file)) as { readonly chunks: readonly string[] };
  return chunks.map(chunkFile);
}
