// The pictures of saved articles: kept as long as the articles are, whatever becomes of them on their hosts.
import type { PicturesKept } from '#shared/workerMessage.ts';
import { fetchPictures } from './fetchPictures.ts';

const LIMIT = 500;
/** How long a host may take before a copy that nobody could look at answers in its place. */
const PATIENCE_MS = 2500;

/** Pictures of this site that are kept in a cache of their own. */
export type Pictures = {
  /** The URLs that are kept; null while a worker that has just started does not know yet. */
  readonly known: () => ReadonlySet<string> | null;
  /** The kept picture, else the network's; of one that nobody could look at the network's, else the kept. */
  readonly answer: (request: Request) => Promise<Response>;
  /** Fetches what is missing of these, the first ones first, while there is room, and drops all others. Never rejects. */
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
    answer: async (request) => answerPicture(request, await kept(name, request.url)),
    keepOnly: async (urls) => {
      // One after the other: two tabs may ask at the same time.
      const done = working.then(() => replaceWith(name, new Set(urls)));
      working = done.then(learn);
      const isFull = await done;
      await working;
      return { wanted: urls.length, ...(await measure(name)), isFull };
    },
  };
}

/** What nobody may read may be an error or somebody's login page, kept by mistake: the host may know better by now. */
async function answerPicture(request: Request, copy: Response | undefined): Promise<Response> {
  if (copy?.type !== 'opaque') return copy ?? fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(copy), PATIENCE_MS));
  return Promise.race([fetch(request).catch(() => copy), late]);
}

/** Whether there was no room for all of them. What is kept is not dropped for what is newer. */
async function replaceWith(name: string, wanted: ReadonlySet<string>): Promise<boolean> {
  try {
    if (wanted.size === 0) {
      await caches.delete(name);
      return false;
    }
    const cache = await caches.open(name);
    const before = new Set((await cache.keys()).map(({ url }) => url));
    const beyond = [...before].filter((url) => !wanted.has(url));
    await Promise.all(beyond.map((url) => cache.delete(url)));
    const missing = [...wanted].filter((url) => !before.has(url));
    const room = Math.max(0, LIMIT - (before.size - beyond.length));
    return (await fetchPictures(cache, missing.slice(0, room))) || missing.length > room;
  } catch (error) {
    console.warn(error);
    return false;
  }
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
