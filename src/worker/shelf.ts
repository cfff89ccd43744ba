/** A cache of this site that forgets: beyond `limit` answers, those kept longest ago go. */
export type Shelf = { readonly name: string; readonly limit: number };

/** The kept answer for a URL, if there is one. Storage that is broken has none. */
export async function takeKept({ name }: Shelf, url: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(name)).match(url, { ignoreVary: true });
  } catch (error) {
    console.warn(error);
    return undefined;
  }
}

/** Keeps an answer, as the newest. Storage that is full or broken keeps nothing, and reading goes on. */
export async function keep({ name, limit }: Shelf, url: string, answer: Response): Promise<void> {
  try {
    const cache = await caches.open(name);
    await cache.put(url, answer);
    const keys = await cache.keys(); // In the order in which they were put.
    await Promise.all(keys.slice(0, Math.max(0, keys.length - limit)).map((key) => cache.delete(key)));
  } catch (error) {
    console.warn(error);
  }
}
