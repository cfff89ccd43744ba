import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type FakeArchive, fakeArchive, type FakePost } from '../fakeArchive.ts';
import { fakeCaches } from '../../unit/worker/fakeCaches.ts';

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
  fakeCaches();
});

test('the newest days with posts come, and make room for newer ones', async () => {
  const { keepNewest, days } = await startWith(archiveOf(['2024-05-31', '2024-05-29', '2024-05-28']));
  await keepNewest(2);
  expect(days()).toEqual(['2024-05-29 newest', '2024-05-31 newest']);
  serve(archiveOf(['2024-06-01', '2024-05-31', '2024-05-29', '2024-05-28']));
  await keepNewest(2);
  expect(days()).toEqual(['2024-05-31 newest', '2024-06-01 newest']);
  await keepNewest(0);
  expect(days()).toEqual([]);
});

test('what the reader took stays', async () => {
  const { keepNewest, takeDays, days } = await startWith(archiveOf(['2024-05-31', '2024-05-30', '2024-05-29']));
  await keepNewest(1);
  const wanted = { count: 3, sizeBytes: 1000 };
  await takeDays(
    [
      { ...wanted, day: '2024-05-31' },
      { ...wanted, day: '2024-05-29' },
    ],
    'reader',
  );
  await keepNewest(0);
  expect(days()).toEqual(['2024-05-29 reader', '2024-05-31 reader']);
});

test('a day with another number of posts by now is taken again', async () => {
  const before = archiveOf(['2024-05-31', '2024-05-30']);
  const { keepNewest, takenDays } = await startWith(before);
  await keepNewest(2);
  const after = serve(fakeArchive([...postsOf('2024-05-31'), ...postsOf('2024-05-30'), late('2024-05-30')]));
  await keepNewest(2);
  expect(takenDays().get('2024-05-30')).toMatchObject({ count: 4 });
  expect(takenDays().get('2024-05-30')?.isStale).toBeUndefined();
  expect(after.asked.filter((path) => path === 'days/2024/05/31.json')).toEqual([]);
});

test('once a day, the index of a day tells whether an article was changed', async () => {
  const { keepNewest, takenDays, putTakenDays } = await startWith(archiveOf(['2024-05-30']));
  await keepNewest(1);
  const known = takenDays().get('2024-05-30');
  if (known) await putTakenDays([{ ...known, doneAt: Date.now() - 2 * 86_400_000 }]);
  const corrected = postsOf('2024-05-30').map((post) => ({ ...post, html: '<p>更正。</p>' }));
  const after = serve(fakeArchive(corrected));
  await keepNewest(1);
  const chunks = after.asked.filter((path) => path.startsWith('posts/'));
  expect(chunks).toHaveLength(1);
  expect(takenDays().get('2024-05-30')?.files).toContain(chunks[0]);
  expect(known?.files).not.toContain(chunks[0]);
});

// As the fake one does: it tags nothing.
test('a host that sends all of an index each time has not changed it', async () => {
  const archive = archiveOf(['2024-05-30']);
  const { keepNewest, takenDays, putTakenDays } = await startWith(archive);
  await keepNewest(1);
  const known = takenDays().get('2024-05-30');
  const before = Date.now() - 2 * 86_400_000;
  if (known) await putTakenDays([{ ...known, doneAt: before }]);
  archive.asked.length = 0;
  await keepNewest(1);
  expect(archive.asked).toContain('days/2024/05/30.json');
  expect(archive.asked).not.toContain('streams/all/head.json');
  expect(takenDays().get('2024-05-30')?.doneAt).toBeGreaterThan(before);
});

test('what was found of a day stays known when the network goes before the next', async () => {
  const archive = archiveOf(['2024-05-31', '2024-05-30']);
  const { keepNewest, takenDays, putTakenDays } = await startWith(archive);
  await keepNewest(2);
  const old = [...takenDays().values()].map((day) => ({ ...day, doneAt: Date.now() - 2 * 86_400_000 }));
  await putTakenDays(old);
  let looked = 0;
  vi.stubGlobal('fetch', (url: string, options?: RequestInit) => {
    archive.isOffline ||= url.includes('/days/') && looked++ > 0;
    return archive.fetch(url, options);
  });
  await keepNewest(2).catch(() => {});
  const fresh = [...takenDays().values()].filter(({ doneAt = 0 }) => Date.now() - doneAt < 86_400_000);
  expect(fresh).toHaveLength(1);
});

function postsOf(day: string): readonly FakePost[] {
  return [1, 2, 3].map((number) => ({
    date: `${day}T0${number}:00:00+08:00`,
    address: `/${day.replaceAll('-', '/')}/${number}.html`,
  }));
}

function late(day: string): FakePost {
  return { date: `${day}T23:00:00+08:00`, address: `/${day.replaceAll('-', '/')}/late.html` };
}

function archiveOf(days: readonly string[]): FakeArchive {
  return fakeArchive(days.flatMap(postsOf));
}

function serve(archive: FakeArchive): FakeArchive {
  vi.stubGlobal('fetch', archive.fetch);
  return archive;
}

async function startWith(archive: FakeArchive) {
  serve(archive);
  const [newest, along, store] = await Promise.all([
    import('#device/keepNewest.ts'),
    import('#device/takeAlong.ts'),
    import('#device/takenDays.ts'),
  ]);
  // The database is one for all tests.
  await store.loadTakenDays();
  await store.forgetTakenDays([...store.takenDays().keys()]);
  const days = () => [...store.takenDays().values()].map(({ day, by }) => `${day} ${by}`).toSorted();
  return { ...newest, ...along, ...store, days };
}
