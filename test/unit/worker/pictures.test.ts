import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPictures } from '#worker/pictures.ts';
import { fakeCaches } from './fakeCaches.ts';

const NAME = 'pictures https://news.example/';
const [A, B, C] = ['https://a.example/a.jpg', 'https://a.example/b.jpg', 'https://b.example/c.jpg'] as const;
const asked: string[] = [];

beforeEach(() => fakeCaches());
afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

type Host = 'open' | 'closed' | 'page' | 'gone';

/** How the hosts of pictures answer: to all, only to those who do not read, with a login page, not at all. */
function hostsAnswer(host: Host): void {
  vi.stubGlobal('fetch', async (request: string | Request, { mode = 'no-cors' }: RequestInit = {}) => {
    const url = typeof request === 'string' ? request : request.url;
    asked.push(`${mode} ${url}`);
    if (host === 'gone' || (host === 'closed' && mode === 'cors')) throw new TypeError('Failed to fetch');
    return new Response(url, {
      headers: {
        'content-type': host === 'page' ? 'text/html' : 'image/jpeg',
        ...(mode === 'cors' && { 'content-length': '9' }),
      },
    });
  });
}

const known = (pictures: ReturnType<typeof openPictures>) => [...(pictures.known() ?? [])].toSorted();

test('pictures are fetched once, stay when their host goes, and those beyond are dropped', async () => {
  const pictures = openPictures(NAME);
  hostsAnswer('open');
  expect(await pictures.keepOnly([A, B])).toEqual({ wanted: 2, kept: 2, sizeBytes: 18, unsized: 0, isFull: false });
  expect(asked).toEqual([`cors ${A}`, `cors ${B}`]);
  hostsAnswer('gone');
  expect(await (await pictures.answer(new Request(A))).text()).toBe(A);
  expect(await pictures.keepOnly([B, C])).toEqual({ wanted: 2, kept: 1, sizeBytes: 9, unsized: 0, isFull: false });
  expect(known(pictures)).toEqual([B]);
  await expect(pictures.answer(new Request(A))).rejects.toThrow('Failed to fetch');
  hostsAnswer('open');
  expect(await pictures.keepOnly([])).toEqual({ wanted: 0, kept: 0, sizeBytes: 0, unsized: 0, isFull: false });
  expect(known(pictures)).toEqual([]);
});

test('a host that lets nobody read is asked for that once, and its pictures are kept unread', async () => {
  hostsAnswer('closed');
  const pictures = openPictures(NAME);
  const many = Array.from({ length: 9 }, (_picture, number) => `https://a.example/${number}.jpg`);
  expect(await pictures.keepOnly(many)).toEqual({ wanted: 9, kept: 9, sizeBytes: 0, unsized: 9, isFull: false });
  expect(known(pictures)).toEqual(many);
  expect(asked.filter((question) => question.startsWith('cors')).length).toBeLessThanOrEqual(4);
});

test('the page of a captive network is kept as no picture', async () => {
  hostsAnswer('page');
  const pictures = openPictures(NAME);
  expect(await pictures.keepOnly([A])).toEqual({ wanted: 1, kept: 0, sizeBytes: 0, unsized: 0, isFull: false });
});

test('a worker that starts anew knows after a while what is kept', async () => {
  hostsAnswer('open');
  await openPictures(NAME).keepOnly([A]);
  const pictures = openPictures(NAME);
  expect(pictures.known()).toBeNull();
  hostsAnswer('gone');
  expect(await (await pictures.answer(new Request(A))).text()).toBe(A);
  await vi.waitFor(() => expect(known(pictures)).toEqual([A]));
});

test('a full device is told of, and asked no further', async () => {
  fakeCaches({ whenFull: true });
  hostsAnswer('open');
  const many = Array.from({ length: 50 }, (_picture, number) => `https://a.example/${number}.jpg`);
  expect(await openPictures(NAME).keepOnly(many)).toEqual({
    wanted: 50,
    kept: 0,
    sizeBytes: 0,
    unsized: 0,
    isFull: true,
  });
  expect(asked.length).toBeLessThanOrEqual(8);
});

test('a picture that breaks off on its way takes nobody’s room', async () => {
  hostsAnswer('open');
  const pictures = openPictures(NAME);
  await pictures.keepOnly([A]);
  const cache = await caches.open(NAME);
  vi.spyOn(cache, 'put').mockRejectedValueOnce(new TypeError('broken off'));
  expect(await pictures.keepOnly([A, B, C])).toMatchObject({ wanted: 3, kept: 2, isFull: false });
});

test('of too many pictures the first are kept, and that is told', async () => {
  hostsAnswer('open');
  const many = Array.from({ length: 501 }, (_picture, number) => `https://a.example/${number}.jpg`);
  expect(await openPictures(NAME).keepOnly(many)).toEqual({
    wanted: 501,
    kept: 500,
    sizeBytes: 4500,
    unsized: 0,
    isFull: true,
  });
});

test('two questions at once end with the answer to the second', async () => {
  hostsAnswer('open');
  const pictures = openPictures(NAME);
  await Promise.all([pictures.keepOnly([A, C]), pictures.keepOnly([B])]);
  expect(known(pictures)).toEqual([B]);
});
