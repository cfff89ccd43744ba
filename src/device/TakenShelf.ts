import { base } from '#data/base.ts';
import { dataUrl } from '#data/fetchFile.ts';
import { type ShelfKind, shelfName } from '#shared/shelves.ts';

// Hosts that pack say "Vary: Accept-Encoding"; a file is the same however it came.
const ANY: CacheQueryOptions = { ignoreVary: true };

type Seen = { readonly cache: Cache; readonly urls: ReadonlySet<string> };

/** Files are named by their path below `data/`. What is taken along is kept here, without bounds, until it is dropped. */
export class TakenShelf {
  readonly #taken: Cache;
  /** What was seen, each with what it holds: to ask a cache in vain for each of a thousand files takes seconds. */
  readonly #seen: readonly Seen[];

  private constructor(taken: Cache, seen: readonly Seen[]) {
    this.#taken = taken;
    this.#seen = seen;
  }

  /** Rejects where the browser keeps nothing. */
  static async open(): Promise<TakenShelf> {
    const [taken, ...seen] = await Promise.all([openShelf('taken'), openShelf('lists'), openShelf('chunks')]);
    const withUrls = seen.map(async (cache) => ({ cache, urls: new Set((await cache.keys()).map(({ url }) => url)) }));
    return new TakenShelf(taken, await Promise.all(withUrls));
  }

  /** The kept answer for a file. */
  match(path: string): Promise<Response | undefined> {
    return this.#taken.match(urlOf(path), ANY);
  }

  /** The newest answer there is: what was kept of it because it was seen, else the same. */
  async matchSeen(path: string): Promise<Response | undefined> {
    const url = urlOf(path);
    const seen = await this.#seen.find(({ urls }) => urls.has(url))?.cache.match(url, ANY);
    return seen ?? this.match(path);
  }

  /**
   * Keeps a file. What was seen of it before is older, or the same, and goes: so of two copies, the one that was seen is
   * the newer. Rejects when the device is full.
   */
  async keep(path: string, answer: Response): Promise<void> {
    await this.#taken.put(urlOf(path), answer);
    const url = urlOf(path);
    await Promise.all(this.#seen.filter(({ urls }) => urls.has(url)).map(({ cache }) => cache.delete(url, ANY)));
  }

  /** Drops files. */
  async drop(paths: Iterable<string>): Promise<void> {
    await Promise.all(Array.from(paths, (path) => this.#taken.delete(urlOf(path), ANY)));
  }

  /** All that is kept. */
  async paths(): Promise<readonly string[]> {
    return pathsIn(await this.#taken.keys());
  }

  /** All that is kept, or was seen. */
  async seenPaths(): Promise<readonly string[]> {
    const seen = this.#seen.flatMap(({ urls }) => Array.from(urls, (url) => ({ url })));
    return pathsIn([...(await this.#taken.keys()), ...seen]);
  }
}

function openShelf(kind: ShelfKind): Promise<Cache> {
  return caches.open(shelfName(kind, new URL(base, document.baseURI).href));
}

function pathsIn(requests: readonly { readonly url: string }[]): readonly string[] {
  const start = urlOf('');
  return requests.map(({ url }) => url.slice(start.length));
}

function urlOf(path: string): string {
  return new URL(dataUrl(path), document.baseURI).href;
}
