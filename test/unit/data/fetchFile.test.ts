import { afterEach, expect, test, vi } from 'vitest';
import { fetchAnswer } from '#data/fetchFile.ts';

afterEach(() => vi.unstubAllGlobals());

test('a signal that lives on keeps nothing of a request that is over', async () => {
  const { signal } = new AbortController();
  const heard = new Set<unknown>();
  vi.spyOn(signal, 'addEventListener').mockImplementation((_type, listener) => void heard.add(listener));
  vi.spyOn(signal, 'removeEventListener').mockImplementation((_type, listener) => void heard.delete(listener));
  vi.stubGlobal('fetch', async () => new Response('{}'));
  await fetchAnswer('/data/a.json', { signal });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await fetchAnswer('/data/a.json', { signal }).catch(() => {});
  expect(heard.size).toBe(0);
});
