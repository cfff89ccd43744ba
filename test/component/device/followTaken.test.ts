import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepNewest } from '#device/keepNewest.ts';
import { followTaken } from '#device/followTaken.ts';
import { fakeCaches } from '../../unit/worker/fakeCaches.ts';

vi.mock('#device/keepNewest.ts', () => ({ keepNewest: vi.fn<typeof keepNewest>() }));

beforeEach(() => fakeCaches());

afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  vi.unstubAllGlobals();
});

test('a browser without workers takes nothing along, and nothing breaks', () => {
  expect('serviceWorker' in navigator).toBe(false);
  expect(followTaken).not.toThrow();
  dispatchEvent(new Event('online'));
  expect(keepNewest).not.toHaveBeenCalled();
});

test('a network that comes and goes begins the newest days once', async () => {
  Object.defineProperty(navigator, 'serviceWorker', { value: { controller: {} }, configurable: true });
  let end: (() => void) | undefined;
  vi.mocked(keepNewest).mockImplementation(() => new Promise((resolve) => (end = resolve)));
  followTaken();
  dispatchEvent(new Event('online'));
  dispatchEvent(new Event('online'));
  expect(keepNewest).toHaveBeenCalledTimes(1);
  end?.();
  await vi.waitFor(() => {
    dispatchEvent(new Event('online'));
    expect(keepNewest).toHaveBeenCalledTimes(2);
  });
});
