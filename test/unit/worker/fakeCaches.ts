import { vi } from 'vitest';

type Key = { readonly url: string; readonly headers: Headers };

/**
 * Caches in memory, until the globals are put back. What varies is found only by who ignores that, as when another
 * request had kept it. `whenFull` lets every write fail, as a full device does.
 */
export function fakeCaches({ whenFull = false } = {}): void {
  const opened = new Map<string, ReturnType<typeof fakeCache>>();
  vi.stubGlobal('caches', {
    async open(name: string) {
      const cache = opened.get(name) ?? fakeCache(whenFull);
      opened.set(name, cache);
      return cache;
    },
    has: async (name: string) => opened.has(name),
    delete: async (name: string) => opened.delete(name),
    match: async (key: string | Key, { cacheName, ...options }: CacheQueryOptions & { readonly cacheName: string }) =>
      opened.get(cacheName)?.match(key, options),
  });
}

function fakeCache(whenFull: boolean) {
  const kept = new Map<string, { readonly key: Key; readonly answer: Response }>();
  const isFound = (url: string, { ignoreVary = false }: CacheQueryOptions) =>
    ignoreVary || !kept.get(url)?.answer.headers.has('vary');
  const urlsLike = (url: string) => [...kept.keys()].filter((one) => one.replace(/\?.*/, '') === url);
  return {
    match: async (key: string | Key, options: CacheQueryOptions = {}) => {
      const url = (options.ignoreSearch ? urlsLike(urlOf(key))[0] : undefined) ?? urlOf(key);
      return isFound(url, options) ? kept.get(url)?.answer.clone() : undefined;
    },
    async put(key: string | Key, answer: Response) {
      if (whenFull) throw new DOMException('full', 'QuotaExceededError');
      const url = urlOf(key);
      kept.delete(url); // As browsers do, what is put again becomes the newest.
      kept.set(url, { key: { url, headers: typeof key === 'string' ? new Headers() : key.headers }, answer });
    },
    keys: async (wanted?: string | Key): Promise<Key[]> =>
      Array.from(kept.values(), ({ key }) => key).filter(({ url }) => wanted === undefined || url === urlOf(wanted)),
    delete: async (key: string | Key, options: CacheQueryOptions = {}) =>
      isFound(urlOf(key), options) && kept.delete(urlOf(key)),
  };
}

function urlOf(key: string | Key): string {
  return typeof key === 'string' ? key : key.url;
}
