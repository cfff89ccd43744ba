import { vi } from 'vitest';

type Key = { readonly url: string };

/** Caches in memory, until the globals are put back. `whenFull` lets every write fail, as a full device does. */
export function fakeCaches({ whenFull = false } = {}): void {
  const opened = new Map<string, ReturnType<typeof fakeCache>>();
  vi.stubGlobal('caches', {
    async open(name: string) {
      const cache = opened.get(name) ?? fakeCache(whenFull);
      opened.set(name, cache);
      return cache;
    },
  });
}

function fakeCache(whenFull: boolean) {
  const answers = new Map<string, Response>();
  return {
    match: async (key: string | Key) => answers.get(urlOf(key))?.clone(),
    async put(key: string | Key, answer: Response) {
      if (whenFull) throw new DOMException('full', 'QuotaExceededError');
      answers.delete(urlOf(key)); // As browsers do, what is put again becomes the newest.
      answers.set(urlOf(key), answer);
    },
    keys: async (): Promise<Key[]> => Array.from(answers.keys(), (url) => ({ url })),
    delete: async (key: string | Key) => answers.delete(urlOf(key)),
  };
}

function urlOf(key: string | Key): string {
  return typeof key === 'string' ? key : key.url;
}
