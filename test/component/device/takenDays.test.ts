import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TakenDay } from '#device/ownDatabase.ts';

const taken = (day: string): TakenDay => ({ day, by: 'reader', count: 1, sizeBytes: 1, files: [] });

/** The module as a page that is loaded anew has it. */
async function openPage() {
  vi.resetModules();
  return import('#device/takenDays.ts');
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => vi.unstubAllGlobals());

test('what is paused and forgotten while the disk is slow is not undone by its answer', async () => {
  await (await openPage()).putTakenDays([taken('2024-05-30'), taken('2024-05-31')]);
  const page = await openPage();
  const loading = page.loadTakenDays();
  const writing = [
    page.putTakenDays([{ ...taken('2024-05-31'), isPaused: true }]),
    page.forgetTakenDays(['2024-05-30']),
  ];
  await loading;
  await Promise.all(writing);
  for (const one of [page, await openPage()]) {
    await one.loadTakenDays();
    expect([...one.takenDays().values()]).toEqual([{ ...taken('2024-05-31'), isPaused: true }]);
  }
});
