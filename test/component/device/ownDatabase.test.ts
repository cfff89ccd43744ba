import 'fake-indexeddb/auto';
import { IDBOpenDBRequest } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { withOwn } from '#device/ownDatabase.ts';
import { presentStorage } from '#device/storageState.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a database that never answers is memory after a while, and not waited for again', async () => {
  vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
  vi.useFakeTimers();
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  const counting = withOwn((own) => own.count('read'), -1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await counting).toBe(-1);
  expect(presentStorage()).toBe('memory');
  expect(await withOwn((own) => own.count('saved'), -1)).toBe(-1);
  expect(warned).toHaveBeenCalledOnce();
});
