import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { STANDS_IN } from '#shared/shelves.ts';
import { decodeDay } from '#wire/decode.ts';
import { answerChanging, answerChunk, PATIENCE_MS } from '#worker/answerData.ts';
import { keepAsRead, takeKept } from '#worker/shelf.ts';
import { fakeCaches } from './fakeCaches.ts';

const DAY = { decode: decodeDay, manifest: 'https://news.example/data/manifest.json' };
const SHELF = { name: 'shelf', limit: 2 };
const URL_OF_DAY = 'https://news.example/data/days/2024/05/30.json';
const dayFile = (format = 1) => JSON.stringify({ format, day: '2024-05-30', chunks: [], posts: {} });
const packed = gzipSync('{"format":1}');
const SHA256 = createHash('sha256').update('{"format":1}').digest('hex');

beforeEach(() => {
  fakeCaches();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The host's answer to whatever is asked next; null for none. */
function hostAnswers(body: BodyInit | null, init: ResponseInit = {}): void {
  vi.stubGlobal('fetch', async () => {
    if (body === null) throw new TypeError('offline');
    return new Response(body, init);
  });
}

/** The host says nothing until what is returned is called. */
function hostIsSilent(): (body: string) => void {
  const asking: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => asking.push(resolve)));
  return (body) => {
    for (const answer of asking) answer(new Response(body));
  };
}

/** Answers as an event would, and waits for what goes on after the answer. */
async function askDay(url = URL_OF_DAY, cache: RequestCache = 'default'): Promise<Response> {
  const work: Promise<void>[] = [];
  const later = (more: Promise<void>) => void work.push(more);
  const answer = await answerChanging(new Request(url, { cache }), DAY, { shelf: SHELF, later });
  for (const one of work) await one; // The list grows.
  return answer;
}

async function askChunk(cache: RequestCache = 'default'): Promise<Response> {
  const work: Promise<void>[] = [];
  const request = new Request('https://news.example/data/posts/ab', { cache });
  const answer = await answerChunk(request, SHA256, { shelf: SHELF, later: (w) => work.push(w) });
  await Promise.all(work);
  return answer;
}

describe('a file that changes', () => {
  test.each([
    ['no network', null, {}],
    ['a host out of order', 'busy', { status: 503 }],
    ['a login page', '<!doctype html>', { headers: { 'content-type': 'text/html' } }],
    ['a page that says it is data', '<!doctype html>', {}],
    ['data that says it is a page', dayFile(), { headers: { 'content-type': 'text/html; charset=utf-8' } }],
    ['half a file', dayFile().slice(0, 20), {}],
    ['another file', '{"format":1}', {}],
  ] as const)('is answered from the kept copy on %s', async (_name, body, init) => {
    hostAnswers(dayFile());
    await askDay();
    hostAnswers(body, init);
    const kept = await askDay();
    expect(kept.headers.has(STANDS_IN)).toBe(true);
    expect([kept.status, await kept.text()]).toEqual([200, dayFile()]);
    hostAnswers(null);
    expect(await (await askDay()).text()).toBe(dayFile());
  });

  test('is answered with what came when there is no copy, and that is not kept', async () => {
    hostAnswers('busy', { status: 503 });
    expect((await askDay()).status).toBe(503);
    hostAnswers('<!doctype html>');
    expect(await (await askDay()).text()).toBe('<!doctype html>');
    hostAnswers(null);
    expect((await askDay()).type).toBe('error');
  });

  test('that is gone from a host that is whole is gone', async () => {
    hostAnswers(dayFile());
    await askDay();
    vi.stubGlobal('fetch', async ({ url }: Request) => new Response('', { status: url === DAY.manifest ? 200 : 404 }));
    expect((await askDay()).status).toBe(404);
  });

  test('is answered from the kept copy on too many questions', async () => {
    hostAnswers(dayFile());
    await askDay();
    hostAnswers('', { status: 429 });
    expect((await askDay()).status).toBe(200);
  });

  test('that is gone with everything else is answered from the kept copy', async () => {
    hostAnswers(dayFile());
    await askDay();
    hostAnswers('', { status: 404 });
    expect((await askDay()).status).toBe(200);
  });

  test('is answered from the kept copy while the host is silent, and what comes late is kept', async () => {
    vi.useFakeTimers();
    try {
      hostAnswers(dayFile());
      await askDay();
      const speak = hostIsSilent();
      const work: Promise<void>[] = [];
      const keeping = { shelf: SHELF, later: (more: Promise<void>) => void work.push(more) };
      const answering = answerChanging(new Request(URL_OF_DAY), DAY, keeping);
      await vi.advanceTimersByTimeAsync(PATIENCE_MS);
      expect(await (await answering).text()).toBe(dayFile());
      const late = `${dayFile()}\n`;
      speak(late);
      for (const one of work) await one;
      expect(await (await takeKept(SHELF, URL_OF_DAY))?.text()).toBe(late);
    } finally {
      vi.useRealTimers();
    }
  });

  test('that comes after a newer one does not take its place', async () => {
    const speak = hostIsSilent();
    const slow = askDay();
    const newer = `${dayFile()}\n`;
    hostAnswers(newer);
    await askDay();
    speak(dayFile());
    await slow;
    expect(await (await takeKept(SHELF, URL_OF_DAY))?.text()).toBe(newer);
  });

  test('that is asked for anew is the host’s or none', async () => {
    hostAnswers(dayFile());
    await askDay();
    hostAnswers('<!doctype html>');
    expect((await askDay(URL_OF_DAY, 'reload')).type).toBe('error');
  });

  test('of a newer format reaches the page, and is not kept', async () => {
    hostAnswers(dayFile());
    await askDay();
    hostAnswers(dayFile(2));
    expect(await (await askDay()).text()).toBe(dayFile(2));
    hostAnswers(null);
    expect(await (await askDay()).text()).toBe(dayFile());
  });

  test('makes room by dropping what was read longest ago', async () => {
    hostAnswers(dayFile());
    for (const name of ['a', 'b', 'a', 'c']) await askDay(`https://news.example/${name}`);
    const kept = await Promise.all(['a', 'b', 'c'].map((name) => takeKept(SHELF, `https://news.example/${name}`)));
    expect(kept.map((answer) => answer !== undefined)).toEqual([true, false, true]);
  });

  test('that was read goes after those that were not', async () => {
    hostAnswers(dayFile());
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => `https://news.example/${name}`) as [
      string,
      string,
      string,
      string,
    ]; // As many.
    await askDay(a);
    await keepAsRead(SHELF, [a]);
    for (const url of [b, c, d]) await askDay(url);
    const kept = await Promise.all([a, b, c, d].map((url) => takeKept(SHELF, url)));
    expect(kept.map((answer) => answer !== undefined)).toEqual([true, false, false, true]);
  });

  test('is answered on a full device', async () => {
    fakeCaches({ whenFull: true });
    hostAnswers(dayFile());
    expect(await (await askDay()).text()).toBe(dayFile());
  });
});

describe('a chunk', () => {
  test('is asked for once', async () => {
    hostAnswers(packed);
    await askChunk();
    hostAnswers(null);
    expect((await askChunk()).status).toBe(200);
    expect((await askChunk('reload')).status).toBe(200);
  });

  test('that a host unpacked is kept too', async () => {
    hostAnswers('{"format":1}');
    await askChunk();
    hostAnswers(null);
    expect((await askChunk()).status).toBe(200);
  });

  test('that a host out of order has none of is answered from the kept copy', async () => {
    hostAnswers(packed);
    await askChunk();
    hostAnswers('busy', { status: 503 });
    expect((await askChunk('reload')).status).toBe(200);
  });

  test.each([
    ['damaged', packed.subarray(0, 20)],
    ['of another hash', gzipSync('{"format":2}')],
    ['a login page', '<!doctype html>'],
  ])('is not kept when it is %s', async (_name, body) => {
    hostAnswers(body);
    expect((await askChunk()).status).toBe(200);
    hostAnswers(null);
    expect((await askChunk()).type).toBe('error');
  });
});
