import { createHash } from 'node:crypto';
import { shelfName } from '#shared/shelves.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerOldShell, answerShell, clearOlderShells, clearOldShell, keepShell } from '#worker/shell.ts';
import { fakeCaches } from './fakeCaches.ts';

const SCOPE = 'https://news.example/';
const asked: string[] = [];
const repairs: Promise<void>[] = [];

beforeEach(() => fakeCaches());
afterEach(async () => {
  await Promise.all(repairs.splice(0));
  asked.length = 0;
  vi.unstubAllGlobals();
});

/** Puts a release on the host, and tells what its worker would be told. */
function publish(files: Readonly<Record<string, string>>) {
  vi.stubGlobal('fetch', async (request: string | Request) => {
    const path = (typeof request === 'string' ? request : request.url).slice(SCOPE.length);
    asked.push(path);
    return new Response(files[path] ?? 'from the host');
  });
  const hashes = Object.entries(files).map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')]);
  return { scope: SCOPE, shell: Object.fromEntries(hashes) as Record<string, string> }; // Both sides are texts.
}

const textOf = async (path: string, kept: ReturnType<typeof publish>) =>
  (await answerShell(new Request(SCOPE + path), path, { ...kept, later: (work) => repairs.push(work) })).text();

test('a release is kept whole, and of the next only what is new is fetched', async () => {
  const first = publish({ '': 'page 1', 'a.js': 'a' });
  await keepShell(first);
  const second = publish({ '': 'page 2', 'a.js': 'a', 'b.js': 'b' });
  asked.length = 0;
  await keepShell(second);
  expect(asked).toEqual(['', 'b.js']);
  // The old worker answers until its last page is closed.
  expect([await textOf('', first), await textOf('', second)]).toEqual(['page 1', 'page 2']);
});

test('the old release goes when the new one starts', async () => {
  const first = publish({ '': 'page 1', 'a.js': 'a' });
  await keepShell(first);
  const second = publish({ '': 'page 2', 'a.js': 'a' });
  await keepShell(second);
  await clearOldShell(second, may);
  publish({});
  expect([await textOf('', first), await textOf('', second)]).toEqual(['from the host', 'page 2']);
  expect(await textOf('a.js', second)).toBe('a');
});

test('what was removed with the worker is not made anew by clearing', async () => {
  const release = publish({ '': 'page 1' });
  await keepShell(release);
  await caches.delete(shelfName('shell', SCOPE));
  await clearOldShell(release, may);
  expect(await caches.has(shelfName('shell', SCOPE))).toBe(false);
});

test('a device without room is not asked to fetch what it cannot keep', async () => {
  const release = publish({ '': 'page 1' });
  fakeCaches({ whenFull: true });
  asked.length = 0;
  await expect(keepShell(release)).rejects.toThrow('full');
  expect(asked).toEqual([]);
});

test('a page that is not the published one is not kept', async () => {
  const release = publish({ '': 'page 1' });
  publish({ '': 'Please log in' });
  await expect(keepShell(release)).rejects.toThrow('SHA-256');
  publish({});
  expect(await textOf('', release)).toBe('from the host');
});

test('what the page has loaded is taken from the browser’s cache, and what is not the file from the host', async () => {
  const release = publish({ 'a.js': 'a', 'icon.svg': 'new' });
  const loaded: Readonly<Record<string, string>> = { 'a.js': 'a', 'icon.svg': 'old' };
  const fetched: string[] = [];
  vi.stubGlobal('fetch', async (url: string, { cache }: RequestInit) => {
    const path = url.slice(SCOPE.length);
    if (cache === 'force-cache') return new Response(loaded[path]);
    fetched.push(path);
    return new Response('new');
  });
  await keepShell(release);
  expect(fetched).toEqual(['icon.svg']);
  expect([await textOf('a.js', release), await textOf('icon.svg', release)]).toEqual(['a', 'new']);
});

test('a release comes few files at a time', async () => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, number) => [`${number}.js`, `${number}`]));
  const release = publish(files);
  let [now, most] = [0, 0];
  vi.stubGlobal('fetch', async (url: string) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now--;
    return new Response(files[url.slice(SCOPE.length)]);
  });
  await keepShell(release);
  expect(most).toBe(2);
});

test('a host that knows no page of a folder is asked for its file', async () => {
  const release = publish({ 'broadsheet/shell-1a/': 'page 1' });
  vi.stubGlobal('fetch', async (url: string) => {
    return url.endsWith('/index.html') ? new Response('page 1') : new Response('Not found', { status: 404 });
  });
  await keepShell(release);
  expect(await textOf('broadsheet/shell-1a/', release)).toBe('page 1');
});

const script = async () => {
  return (await answerOldShell(new Request(`${SCOPE}broadsheet/a-1.js`), 'broadsheet/a-1.js', SCOPE)).text();
};

test('a page of the old release gets its scripts from what is kept, as long as that is', async () => {
  const first = publish({ '': 'page 1', 'broadsheet/a-1.js': 'a' });
  await keepShell(first);
  const second = publish({ '': 'page 2' });
  await keepShell(second);
  expect(await script()).toBe('a');
  await clearOldShell(second, may);
  expect(await script()).toBe('from the host');
});

test('what the browser has thrown away is fetched again', async () => {
  const release = publish({ '': 'page 1', 'a.js': 'a' });
  await keepShell(release);
  fakeCaches();
  expect(await textOf('', release)).toBe('page 1');
  await Promise.all(repairs);
  publish({});
  expect([await textOf('', release), await textOf('a.js', release)]).toEqual(['page 1', 'a']);
});

const may = () => true;
const release = (number: number) => publish({ '': `page ${number}`, 'a.js': 'a', [`${number}.js`]: `${number}` });

describe('while pages of other releases may be open', () => {
  const releases = [1, 2, 3, 4].map(release);

  /** Lets releases come and start one after the other. */
  async function start(...numbers: readonly number[]): Promise<void> {
    for (const number of numbers) {
      const next = release(number);
      await keepShell(next);
      await clearOlderShells(next, may);
    }
  }

  /** What each release still has here. */
  async function kept(): Promise<readonly string[]> {
    publish({});
    const pages = await Promise.all(releases.map((each) => textOf('', each)));
    const scripts = await Promise.all(releases.map((each) => textOf('a.js', each)));
    return [...pages, ...new Set(scripts)].filter((text) => text !== 'from the host');
  }

  test('the newest two stay', async () => {
    await start(1, 2, 3, 4);
    expect(await kept()).toEqual(['page 3', 'page 4', 'a']);
  });

  test('one that comes a second time counts as new', async () => {
    await start(1, 2, 3, 2);
    expect(await kept()).toEqual(['page 2', 'page 3', 'a']);
  });

  test('the one before is the one that ran, not the last but one that was reloaded into', async () => {
    await start(1, 2);
    const third = release(3);
    await keepShell(third);
    await clearOldShell(third, may);
    await start(4);
    expect(await kept()).toEqual(['page 3', 'page 4', 'a']);
  });

  test('none goes while another is being installed', async () => {
    await start(1, 2);
    const third = release(3);
    await keepShell(third);
    await clearOlderShells(third, () => false);
    await clearOldShell(third, () => false);
    expect(await kept()).toEqual(['page 1', 'page 2', 'page 3', 'a']);
  });
});

test('a release that is here whole is found so by a device that has become full', async () => {
  const release = publish({ '': 'page 1', 'a.js': 'a' });
  await keepShell(release);
  const cache = await caches.open(shelfName('shell', SCOPE));
  const put = vi.spyOn(cache, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  await expect(keepShell(release)).resolves.toBeUndefined();
  expect(put).not.toHaveBeenCalled();
});

test('files that the browser has thrown away are fetched anew together, and room is looked for once', async () => {
  const release = publish({ '': 'page 1', 'a.js': 'a', 'b.js': 'b', 'c.js': 'c' });
  const cache = await caches.open(shelfName('shell', SCOPE));
  const put = vi.spyOn(cache, 'put');
  await Promise.all(['a.js', 'b.js', 'c.js'].map((path) => textOf(path, release)));
  await Promise.all(repairs.splice(0));
  const rooms = put.mock.calls.filter(([key]) => String(key).endsWith('?room'));
  expect(rooms).toHaveLength(1);
});
