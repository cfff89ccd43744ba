import { afterEach, expect, test, vi } from 'vitest';
import { headOf, indexOf } from '#data/filesToKeep.ts';
import { ALL } from '#data/queries.ts';
import { FileTaker } from '#device/FileTaker.ts';
import { TakenShelf } from '#device/TakenShelf.ts';
import { fakeArchive } from '../fakeArchive.ts';
import { fakeCaches } from '../../unit/worker/fakeCaches.ts';

afterEach(() => vi.unstubAllGlobals());

test('what serves one day is forgotten after it; what serves many is asked for once', async () => {
  const archive = fakeArchive([{ date: '2024-05-30T09:00:00+08:00', address: '/2024/05/30/a.html' }]);
  vi.stubGlobal('fetch', archive.fetch);
  fakeCaches();
  const taker = new FileTaker(await TakenShelf.open(), new AbortController().signal);
  const [index, head] = [indexOf('2024-05-30'), headOf(ALL)];
  await Promise.all([taker.take(index), taker.take(head)]);
  taker.forgetDay('2024-05-30');
  expect([taker.sizeOf(index.path), taker.sizeOf(head.path) > 0]).toEqual([0, true]);
  await Promise.all([taker.take(index), taker.take(head)]);
  expect(archive.asked).toEqual([index.path, head.path, index.path]);
});
