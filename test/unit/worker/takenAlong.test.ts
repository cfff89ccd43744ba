import { afterEach, expect, test, vi } from 'vitest';
import { takeKept } from '#worker/shelf.ts';
import { fakeCaches } from './fakeCaches.ts';

const URL = 'https://news.example/data/manifest.json';
const SHELF = { name: 'lists', limit: 3, taken: 'taken' };

afterEach(() => vi.unstubAllGlobals());

test('what is taken along answers where nothing was seen, and what was seen before it', async () => {
  fakeCaches();
  expect(await takeKept(SHELF, URL)).toBeUndefined();
  await (await caches.open('taken')).put(URL, new Response('taken'));
  expect(await (await takeKept(SHELF, URL))?.text()).toBe('taken');
  await (await caches.open('lists')).put(URL, new Response('seen'));
  expect(await (await takeKept(SHELF, URL))?.text()).toBe('seen');
});
