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

type Host = 'open' | 'closed' | 'page' | 'gone' | 'silent';

/** How the hosts of pictures answer: to all, only to those who do not read, with a login page, not at all, never. */
function hostsAnswer(hosts: Host | Readonly<Record<string, Host>>): void {
  vi.stubGlobal('fetch', async (input: string | Request, options?: RequestInit) => {
    const { url, mode, signal } = new Request(input, options);
    const host = typeof hosts === 'string' ? hosts : hosts[new URL(url).origin];
    asked.push(`${mode} ${url}`);
    if (host === 'silent')
      return new Promise<Response>((_answer, fail) => signal.addEventListener('abort', () => fail(signal.reason)));
    if (host === 'gone' || (host === 'closed' && mode === 'cors')) throw new TypeError('Failed to fetch');
    const type = host === 'page' ? 'text/html' : 'image/jpeg';
    if (mode === 'no-cors') return opaque(new Response(url, { headers: { 'content-type': type } }));
    return new Response(url, { headers: { 'content-type': type, 'content-length': '9' } });
  });
}

/** As an answer that nobody may read says of itself. */
function opaque(answer: Response): Response {
  return Object.defineProperties(answer, {
    type: { value: 'opaque' },
    clone: { value: () => opaque(Response.prototype.clone.call(answer)) },
  });
}

const shown = async (pictures: ReturnType<typeof openPictures>, url: string) =>
  (await pictures.answer(new Request(url, { mode: 'no-cors' }))).text();
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

test('more pictures drop none of those that are kept, and wait for room', async () => {
  hostsAnswer('open');
  const pictures = openPictures(NAME);
  const many = Array.from({ length: 500 }, (_picture, number) => `https://a.example/${number}.jpg`);
  await pictures.keepOnly(many);
  expect(await pictures.keepOnly([C, ...many])).toMatchObject({ wanted: 501, kept: 500, isFull: true });
  expect(known(pictures)).toEqual(many.toSorted());
  expect(await pictures.keepOnly([C, ...many.slice(1)])).toMatchObject({ kept: 500, isFull: false });
  expect(known(pictures)).toContain(C);
});

test('of a picture that nobody could look at the host’s answer is taken, while one comes', async () => {
  vi.useFakeTimers();
  hostsAnswer('closed');
  const pictures = openPictures(NAME);
  await pictures.keepOnly([A]);
  asked.length = 0;
  expect(await shown(pictures, A)).toBe(A);
  expect(asked).toEqual([`no-cors ${A}`]);
  hostsAnswer('gone');
  expect(await shown(pictures, A)).toBe(A);
  hostsAnswer('silent');
  const late = shown(pictures, A);
  await vi.advanceTimersByTimeAsync(2500);
  expect(await late).toBe(A);
  vi.useRealTimers();
});

test('a picture that was seen to be one is answered without its host', async () => {
  hostsAnswer('open');
  const pictures = openPictures(NAME);
  await pictures.keepOnly([A]);
  asked.length = 0;
  expect(await shown(pictures, A)).toBe(A);
  expect(asked).toEqual([]);
});

test('hosts that are silent hold up no others, and are left alone after that', async () => {
  vi.useFakeTimers();
  const silent = Array.from({ length: 4 }, (_host, number) => `https://silent${number}.example`);
  hostsAnswer({ ...Object.fromEntries(silent.map((host) => [host, 'silent'])), 'https://b.example': 'open' });
  const pictures = openPictures(NAME);
  const urls = Array.from({ length: 80 }, (_picture, number) => `${silent[number % 4]}/${number}.jpg`);
  const done = pictures.keepOnly([...urls, C]);
  await vi.waitFor(() => expect(asked).toHaveLength(4));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await done).toMatchObject({ kept: 1, isFull: false });
  expect(asked.length).toBeLessThanOrEqual(17); // Each host once by each of those who ask at the same time.
  vi.useRealTimers();
});

test('a host that falls silent in a picture that nobody may read is given up, too', async () => {
  vi.useFakeTimers();
  hostsAnswer({ 'https://a.example': 'closed', 'https://b.example': 'closed' });
  const pictures = openPictures(NAME);
  await pictures.keepOnly([C]);
  vi.stubGlobal('fetch', async (input: string | Request, options?: RequestInit) => {
    const { mode, signal } = new Request(input, options);
    if (mode === 'cors') throw new TypeError('Failed to fetch');
    const body = new ReadableStream({
      start: (part) => signal.addEventListener('abort', () => part.error(new Error('ended'))),
    });
    return new Response(body);
  });
  const cache = await caches.open(NAME);
  vi.spyOn(cache, 'put').mockImplementation(async (_url, answer) => void (await answer.arrayBuffer()));
  const done = pictures.keepOnly([A, C]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await done).toMatchObject({ kept: 1 });
  vi.useRealTimers();
});
