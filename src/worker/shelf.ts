/**
 * A cache of this site that forgets: beyond `limit` answers, those kept longest ago go, and those never read before all
 * read. `taken` is the cache of what is taken along, which does not.
 */
export type Shelf = { readonly name: string; readonly limit: number; readonly taken?: string };

// Of the key, not of the answer: keys can be listed without reading what they stand for.
const READ_HEADER = 'x-read';

/** The kept answer for a URL, if there is one; what is taken along answers last. Storage that is broken has none. */
export async function takeKept({ name, taken }: Shelf, url: string): Promise<Response | undefined> {
  try {
    const kept = await caches.match(url, { cacheName: name, ignoreVary: true });
    return kept ?? (taken === undefined ? undefined : await takeKept({ name: taken, limit: Infinity }, url));
  } catch (error) {
    console.warn(error);
    return undefined;
  }
}

/** Keeps an answer, as the newest. Storage that is full or broken keeps nothing, and reading goes on. */
export async function keep({ name, limit }: Shelf, url: string, answer: Response): Promise<void> {
  try {
    const cache = await caches.open(name);
    const [known] = await cache.keys(url, { ignoreVary: true });
    await cache.put(known ?? new Request(url), answer);
    const keys = await cache.keys(); // In the order in which they were put.
    const others = keys.filter((key) => key.url !== url);
    const inOrder = [...others.filter((key) => !isRead(key)), ...others.filter(isRead)];
    await Promise.all(inOrder.slice(0, Math.max(0, keys.length - limit)).map((key) => cache.delete(key)));
  } catch (error) {
    console.warn(error);
  }
}

/** Marks what is kept for some URLs as read: it goes after all that never was. Never rejects. */
export async function keepAsRead({ name }: Shelf, urls: readonly string[]): Promise<void> {
  try {
    const cache = await caches.open(name);
    await Promise.all(
      urls.map(async (url) => {
        const answer = await cache.match(url, { ignoreVary: true });
        if (answer) await cache.put(new Request(url, { headers: { [READ_HEADER]: '1' } }), answer);
      }),
    );
  } catch (error) {
    console.warn(error);
  }
}

function isRead({ headers }: Request): boolean {
  return headers.has(READ_HEADER);
}
