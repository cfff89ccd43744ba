// The pictures of saved articles: kept as long as the articles are, whatever becomes of them on their hosts.
import type { PicturesKept } from '#shared/workerMessage.ts';

const LIMIT = 500;
const AT_A_TIME = 4;

/** Pictures of this site that are kept in a cache of their own. */
export type Pictures = {
  /** The URLs that are kept; null while a worker that has just started does not know yet. */
  readonly known: () => ReadonlySet<string> | null;
  /** The kept picture, else the network's. */
  readonly answer: (request: Request) => Promise<Response>;
  /** Fetches what is missing of these, and drops all others. Never rejects. */
  readonly keepOnly: (urls: readonly string[]) => Promise<PicturesKept>;
};

/** Opens the cache of that name. Where it is broken, pictures come from the network alone. */
export function openPictures(name: string): Pictures {
  let known: ReadonlySet<string> | null = null;
  const learn = async () => {
    known = new Set(await keptIn(name));
  };
  let working = learn();
  return {
    known: () => known,
    answer: async (request) => (await kept(name, request.url)) ?? fetch(request),
    keepOnly: async (urls) => {
      const wanted = [...new Set(urls)].slice(0, LIMIT);
      // One after the other: two tabs may ask at the same time.
      const done = working.then(() => replaceWith(name, wanted));
      working = done.then(learn);
      const isFull = (await done) || wanted.length < new Set(urls).size;
      await working;
      return { wanted: urls.length, ...(await measure(name)), isFull };
    },
  };
}

/** Whether there was no room for all of them. */
async function replaceWith(name: string, wanted: readonly string[]): Promise<boolean> {
  try {
    if (wanted.length === 0) {
      await caches.delete(name);
      return false;
    }
    const cache = await caches.open(name);
    const before = new Set((await cache.keys()).map(({ url }) => url));
    await Promise.all([...before].filter((url) => !wanted.includes(url)).map((url) => cache.delete(url)));
    return await fetchInto(
      cache,
      wanted.filter((url) => !before.has(url)),
    );
  } catch (error) {
    console.warn(error);
    return false;
  }
}

async function fetchInto(cache: Cache, urls: readonly string[]): Promise<boolean> {
  const left = urls.values();
  const closed = new Set<string>();
  let isFull = false;
  const fetchSome = async () => {
    for (const url of left) {
      const answer = isFull ? null : await fetchPicture(url, closed);
      if (answer) await cache.put(url, answer).catch((error: unknown) => (isFull ||= isOfRoom(error)));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, fetchSome));
  return isFull;
}

/** A picture that breaks off on its way fails, too, and the next may come. */
function isOfRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/**
 * A picture, or null when there is none. A host that lets it be read is asked so: then it is known that it came, and
 * browsers do not reckon its size far too high, as they do with answers that nobody may read.
 */
async function fetchPicture(url: string, closed: Set<string>): Promise<Response | null> {
  const { origin } = new URL(url);
  const options: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };
  if (!closed.has(origin)) {
    const answer = await fetch(url, { ...options, mode: 'cors' }).catch(() => null);
    if (answer) return isPicture(answer) ? answer : null;
    closed.add(origin);
  }
  return fetch(url, { ...options, mode: 'no-cors' }).catch(() => null);
}

// The page of a captive network is none.
function isPicture({ ok, headers }: Response): boolean {
  return ok && !/^text\//i.test(headers.get('content-type') ?? '');
}

/** How many there are, and how large, as far as their hosts said. To read them would take as long as to fetch them. */
async function measure(name: string): Promise<Pick<PicturesKept, 'kept' | 'sizeBytes' | 'unsized'>> {
  const urls = await keptIn(name);
  const answers = await Promise.all(urls.map((url) => kept(name, url)));
  const sizes = answers.map((answer) => Number(answer?.headers.get('content-length') ?? 0));
  const unsized = sizes.filter((size) => !(size > 0)).length;
  return { kept: urls.length, sizeBytes: sizes.reduce((sum, size) => sum + (size || 0), 0), unsized };
}

async function keptIn(name: string): Promise<readonly string[]> {
  try {
    if (!(await caches.has(name))) return [];
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
  } catch (error) {
    console.warn(error);
    return [];
  }
}

async function kept(name: string, url: string): Promise<Response | undefined> {
  return caches.match(url, { cacheName: name, ignoreVary: true }).catch(() => undefined);
}
