// jsdom has no IndexedDB, as a browser that keeps nothing: positions last as long as the window.
import { expect, test, vi } from 'vitest';
import { loadPosition, savePosition } from '#device/positions.ts';

const PLACE = { index: 7, hash: '0123abcd' };

test('what was never left has no position', async () => {
  expect(await loadPosition('/a/')).toBeNull();
});

test('a position is kept, changed and forgotten', async () => {
  await savePosition('/b/', PLACE);
  expect(await loadPosition('/b/')).toEqual(PLACE);
  await savePosition('/b/', { ...PLACE, index: 9 });
  expect(await loadPosition('/b/')).toEqual({ ...PLACE, index: 9 });
  await savePosition('/b/', null);
  expect(await loadPosition('/b/')).toBeNull();
  expect(await loadPosition('/a/')).toBeNull();
});

test('a slow disk does not keep the reader waiting', async () => {
  vi.resetModules();
  vi.stubGlobal('indexedDB', { open: () => new EventTarget() }); // Never answers.
  vi.useFakeTimers();
  try {
    const positions = await import('#device/positions.ts');
    const loading = positions.loadPosition('/c/');
    await vi.advanceTimersByTimeAsync(300);
    expect(await loading).toBeNull();
  } finally {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }
});
