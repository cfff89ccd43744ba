// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { loadArticle } from '#data/archiveClient.ts';
import { MissingError, NetworkError } from '#data/errors.ts';
import { foldAddress } from '#shared/paths.ts';
import { FormatError } from '#wire/errors.ts';
import { type FakeArchive, fakeArchive, manyPosts } from '../../component/fakeArchive.ts';

const ADDRESS = '/news/2024/05/30/market.html';
const MARKET = { address: ADDRESS, title: '早市', date: '2024-05-30T06:30:00+08:00', categories: ['渔市'] };

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['as it is written', ADDRESS],
  ['in another case', '/News/2024/05/30/Market.HTML'],
  ['without its ending', '/news/2024/05/30/market'],
  ['with a closing slash', '/news/2024/05/30/market/'],
  ['percent-encoded', '/news/2024/05/30/%6Darket.html'],
])('an article opens at its address %s', async (_name, asked) => {
  serve([MARKET]);
  expect(await loadArticle(asked)).toMatchObject({ kind: 'article', article: { title: '早市', address: ADDRESS } });
});

test('an address that shows its day costs two requests', async () => {
  const { asked } = serve([MARKET, ...manyPosts(60)]);
  await loadArticle(ADDRESS);
  expect(asked).toEqual(['days/2024/05/30.json', expect.stringMatching(/^posts\//)]);
});

test.each([
  ['an address that hides its day', { address: '/market/' }, '/market/'],
  ['an address that shows another day', { address: '/2023/01/01/market/' }, '/2023/01/01/market/'],
  ['an old address', { redirects: ['/fish.html'] }, '/fish.html'],
  ['an old address on the same day', { redirects: ['/2024/05/30/fish.html'] }, '/2024/05/30/fish'],
  ['an old address that shows another day', { redirects: ['/2022/01/01/fish/'] }, '/2022/01/01/fish/'],
])('%s leads to the article', async (_name, given, asked) => {
  const post = { ...MARKET, ...given };
  serve([post, ...manyPosts(5)]);
  expect(await loadArticle(asked)).toMatchObject({ kind: 'article', article: { address: post.address } });
});

test('an article is found on a day and among links that are split', async () => {
  const day = manyPosts(2100, { date: '2024-05-30T07:00:00+08:00' }).map((post, index) => ({
    ...post,
    address: `/2024/05/30/post-${index}/`,
  }));
  const hidden = manyPosts(60_000 / 256).map((post, index) => ({ ...post, address: `/hidden-${index}/` }));
  serve([{ ...MARKET, redirects: ['/2024/05/30/fish/'] }, ...day, ...hidden]);
  expect(await loadArticle('/2024/05/30/post-1234')).toMatchObject({ article: { address: '/2024/05/30/post-1234/' } });
  expect(await loadArticle('/2024/05/30/fish')).toMatchObject({ article: { title: '早市' } });
  expect(await loadArticle('/hidden-123')).toMatchObject({ article: { address: '/hidden-123/' } });
});

test('the bare slug of a category leads to the category', async () => {
  serve([MARKET]);
  expect(await loadArticle('/%E6%B8%94%E5%B8%82/')).toEqual({ kind: 'category', slug: '渔市' });
});

test.each(['/nothing/', '/2024/05/30/nothing.html', '/2024/02/30/a/', '/a/b/c/', '/__proto__/', '/2024/05/30/%FF'])(
  'at %s there is nothing',
  async (asked) => {
    serve([MARKET]);
    expect(await loadArticle(asked)).toEqual({ kind: 'missing' });
  },
);

test('a host that answers every unknown address with a page is understood', async () => {
  const archive = serve([MARKET]);
  vi.stubGlobal('fetch', async (url: string) => {
    const answer = await archive.fetch(url);
    return answer.ok ? answer : new Response('<!doctype html><meta name="broadsheet-base" content="/">');
  });
  expect(await loadArticle('/nothing/')).toEqual({ kind: 'missing' });
  expect(await loadArticle(ADDRESS)).toMatchObject({ kind: 'article' });
});

test('somebody else’s page in the place of a file does not mean that there is none', async () => {
  vi.stubGlobal('fetch', async () => new Response('<!doctype html><h1>Please log in</h1>'));
  await expect(loadArticle(ADDRESS)).rejects.toBeInstanceOf(NetworkError);
});

const silent = (_url: string, { signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
const halting = async (_url: string, { signal }: RequestInit) => {
  const start = (body: ReadableStreamDefaultController) => {
    body.enqueue(new TextEncoder().encode('{"format":1'));
    signal?.addEventListener('abort', () => body.error(signal.reason));
  };
  return new Response(new ReadableStream({ start }));
};

test('a host that says nothing, or stops in the middle, counts as out of reach', async () => {
  vi.useFakeTimers();
  try {
    for (const fetch of [silent, halting]) {
      vi.stubGlobal('fetch', fetch);
      const failing = expect(loadArticle(ADDRESS)).rejects.toBeInstanceOf(NetworkError);
      await vi.advanceTimersByTimeAsync(10_000);
      await failing;
    }
  } finally {
    vi.useRealTimers();
  }
});

test('an article that a kept day does not know is asked for once more', async () => {
  const archive = fakeArchive([MARKET]);
  const day = 'days/2024/05/30.json';
  const empty = '{"format":1,"day":"2024-05-30","chunks":[],"posts":{}}';
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url.endsWith(day) && init.cache !== 'reload') return new Response(empty);
    return archive.fetch(url);
  });
  expect(await loadArticle(ADDRESS)).toMatchObject({ kind: 'article' });
});

test('a chunk that a publish has replaced is found by asking the day once more', async () => {
  const [before, after] = [fakeArchive([MARKET]), fakeArchive([{ ...MARKET, html: '<p>改</p>' }])];
  const day = 'days/2024/05/30.json';
  let dayCount = 0;
  vi.stubGlobal('fetch', (url: string) => {
    const isStale = url.endsWith(day) && dayCount++ === 0;
    return (isStale ? before : after).fetch(url);
  });
  expect(await loadArticle(ADDRESS)).toMatchObject({ article: { html: '<p>改</p>' } });
  expect(dayCount).toBe(2);
});

test('a chunk that is gone for good is an error, not an article that never was', async () => {
  const archive = serve([MARKET]);
  archive.files.delete(chunkIn(archive));
  await expect(loadArticle(ADDRESS)).rejects.toBeInstanceOf(MissingError);
});

test('a damaged copy of a chunk is fetched anew, once', async () => {
  const archive = serve([MARKET]);
  const chunk = chunkIn(archive);
  const asked: (string | undefined)[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (!url.endsWith(chunk)) return archive.fetch(url);
    asked.push(init.cache);
    return init.cache === 'reload' ? archive.fetch(url) : new Response(new Uint8Array([0x1f, 0x8b, 0, 0]));
  });
  expect(await loadArticle(ADDRESS)).toMatchObject({ kind: 'article' });
  expect(asked).toEqual([undefined, 'reload']);
});

test.each([
  ['a broken day index', 'days/2024/05/30.json', '{"format":1'],
  ['a day index of the wrong shape', 'days/2024/05/30.json', '{"format":1,"day":"2024-05-30"}'],
])('%s is an error that names the file', async (_name, path, text) => {
  const archive = serve([MARKET]);
  archive.files.set(path, new TextEncoder().encode(text));
  const error = await loadArticle(ADDRESS).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(FormatError);
  expect(error).toMatchObject({ url: `/data/${path}` });
});

test('without a network, and with a host out of order, the error says so', async () => {
  const archive = serve([MARKET]);
  archive.isOffline = true;
  await expect(loadArticle(ADDRESS)).rejects.toBeInstanceOf(NetworkError);
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
  await expect(loadArticle(ADDRESS)).rejects.toMatchObject({
    name: 'NetworkError',
    message: expect.stringMatching('503'),
  });
});

test('who leaves while it loads gets no network error', async () => {
  const controller = new AbortController();
  vi.stubGlobal('fetch', async () => {
    controller.abort();
    throw new DOMException('Aborted', 'AbortError');
  });
  await expect(loadArticle(ADDRESS, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

function serve(posts: Parameters<typeof fakeArchive>[0]): FakeArchive {
  const archive = fakeArchive(posts);
  vi.stubGlobal('fetch', archive.fetch);
  return archive;
}

function chunkIn({ files }: FakeArchive): string {
  const index = JSON.parse(new TextDecoder().decode(files.get('days/2024/05/30.json')));
  const hash: string = index.chunks[index.posts[foldAddress(ADDRESS)]];
  return `posts/${hash.slice(0, 2)}/${hash}`;
}
