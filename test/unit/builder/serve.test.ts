import { request, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '#builder/serve.ts';
import { makeFolder, putFiles } from './folders.ts';

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string };

const FILES = {
  'index.html': '<!doctype html><title>reader</title>',
  'pictures/pier.svg': '<svg/>',
  'data/manifest.json': '{}',
  'data/posts/ab/ab12': 'packed',
  'broadsheet/main-1a2b.js': '0',
  'sw.js': '0',
  'manifest.webmanifest': '{}',
};

const servers: Server[] = [];
let atRoot = '';
let underBase = '';

beforeAll(async () => {
  const around = makeFolder({ 'own.txt': 'secret' });
  putFiles(join(around, 'site'), FILES);
  [atRoot, underBase] = await Promise.all([start(join(around, 'site'), '/'), start(makeFolder(FILES), '/news/')]);
});
afterAll(() => {
  for (const server of servers) server.close();
});

async function start(out: string, base: string): Promise<string> {
  const server = await serve({ out, port: 0, base });
  servers.push(server);
  return `http://localhost:${(server.address() as AddressInfo).port}`; // It listens on a port.
}

/** Asks without tidying the path, as `fetch` would. */
function ask(host: string, path: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host);
    const asked = request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

test.each([
  ['the front page', '/'],
  ['an article', '/gangkou/2024/05/31/tide.html'],
  ['an address with a question', '/2024/05/31/?from=2024-05'],
  ['a Chinese address', '/category/%E6%B8%AF%E5%8F%A3/'],
  ['an address that is no UTF-8', '/%d6%d0/'],
])('%s is answered with the reader', async (_name, path) => {
  const { status, headers, body } = await ask(atRoot, path);
  expect([status, body]).toEqual([200, FILES['index.html']]);
  expect(headers['content-type']).toMatch(/^text\/html/);
  expect(headers['cache-control']).toBe('no-cache');
});

test.each([
  ['a data file', '/data/days/2024/05/31.json'],
  ['a chunk', '/data/posts/cd/cd34'],
  ['a script', '/broadsheet/old-9f.js'],
])('%s that is gone looks gone', async (_name, path) => {
  const { status, body } = await ask(atRoot, path);
  expect([status, body]).toEqual([404, 'Not found\n']);
});

test.each([
  ['a data file', '/data/manifest.json', 'no-cache', /json/],
  ['a chunk, as it is packed', '/data/posts/ab/ab12', 'public, max-age=31536000, immutable', /octet-stream/],
  ['a script', '/broadsheet/main-1a2b.js', 'public, max-age=31536000, immutable', /javascript/],
  ['a picture', '/pictures/pier.svg', 'no-cache', /svg/],
  ['the worker', '/sw.js', 'no-cache', /javascript/],
  ['what installs the app', '/manifest.webmanifest', 'no-cache', /^application\/manifest\+json/],
])('%s is kept as long as it holds', async (_name, path, caching, type) => {
  const { status, headers } = await ask(atRoot, path);
  expect([status, headers['cache-control']]).toEqual([200, caching]);
  expect(headers['content-type']).toMatch(type);
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test.each(['/../own.txt', '/%2e%2e/own.txt', '/..%2fown.txt', '/..%5cown.txt', '/pictures/../../own.txt'])(
  '%s does not lead out of the site',
  async (path) => {
    expect((await ask(atRoot, path)).body).not.toContain('secret');
  },
);

describe('a site with pages', () => {
  const PAGES = {
    'index.html': 'home',
    '404.html': 'reader',
    'gangkou/2024/05/31/tide.html': 'tide',
    'category/港口/index.html': 'harbour',
  };
  let host = '';
  beforeAll(async () => {
    host = await start(makeFolder({ ...FILES, ...PAGES }), '/news/');
  });

  test.each([
    ['/', 'home'],
    ['/index.html', 'home'],
    ['/gangkou/2024/05/31/tide.html', 'tide'],
    ['/gangkou/2024/05/31/tide', 'tide'],
    ['/gangkou/2024/05/31/tide/', 'tide'],
    ['/gangkou/2024/05/31/tide/index.html', 'tide'],
    ['/category/%E6%B8%AF%E5%8F%A3/', 'harbour'],
    ['/category/%E6%B8%AF%E5%8F%A3', 'harbour'],
    ['/category/%E6%B8%AF%E5%8F%A3.html?from=2024', 'harbour'],
    ['/gangkou/2024/05/31/ebb.html', 'reader'],
    ['/gangkou/', 'reader'],
  ])('%s is answered with the page it means, or the reader', async (path, body) => {
    expect(await ask(host, `/news${path}`)).toMatchObject({ status: 200, body });
  });

  test.each(['/old.js', '/assets/pier.png', '/sw-old.JS?v=1'])(
    'for %s, which is gone, no page is taken',
    async (path) => {
      expect((await ask(host, `/news${path}`)).status).toBe(404);
    },
  );
});

test('nothing can be posted', async () => {
  expect((await ask(atRoot, '/gangkou/', 'POST')).status).toBe(404);
});

describe('under a base', () => {
  test('files and addresses lie below it', async () => {
    expect((await ask(underBase, '/news/data/manifest.json')).body).toBe('{}');
    expect((await ask(underBase, '/news/gangkou/tide/')).body).toBe(FILES['index.html']);
    expect((await ask(underBase, '/news/data/gone.json')).status).toBe(404);
  });

  test.each(['/', '/news'])('%s leads there', async (path) => {
    const { status, headers } = await ask(underBase, path);
    expect([status, headers['location']]).toEqual([302, '/news/']);
  });

  test.each(['/gangkou/', '/data/manifest.json', '/newsroom/'])('%s is not there', async (path) => {
    expect((await ask(underBase, path)).status).toBe(404);
  });
});

test('a port that is taken rejects', async () => {
  await expect(serve({ out: makeFolder(), port: Number(new URL(atRoot).port), base: '/' })).rejects.toThrow(
    /EADDRINUSE/,
  );
});

test('a folder without a site says so', async () => {
  const host = await start(makeFolder(), '/');
  expect((await ask(host, '/')).body).toBe('No published site here.\n');
});

test('a file that cannot be read ends its answer, and not the server', async () => {
  const out = makeFolder(FILES);
  const host = await start(out, '/');
  // It can be found and not be read, as a file that a publish takes away in between.
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(join(out, 'gone.png'), resolve));
  await expect(ask(host, '/gone.png')).rejects.toThrow();
  expect((await ask(host, '/sw.js')).status).toBe(200);
  socket.close();
});
