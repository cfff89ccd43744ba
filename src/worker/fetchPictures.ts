import { askHost, SILENCE_MS } from './askHost.ts';

const AT_A_TIME = 4;
/** How long a picture may take of which nobody may see how it comes. */
const WHOLE_MS = 60_000;

/** What is known of the hosts, by origin, while one list of pictures is fetched. */
type Hosts = {
  /** They let nobody read their pictures. */
  readonly closed: Set<string>;
  /** They fell silent: they are asked for nothing more, or a few of them would hold up all others. */
  readonly silent: Set<string>;
};

/** Fetches pictures into a cache, as far as they come. Gives whether there was no room for all of them. */
export async function fetchPictures(cache: Cache, urls: readonly string[]): Promise<boolean> {
  const left = urls.values();
  const hosts: Hosts = { closed: new Set(), silent: new Set() };
  let isFull = false;
  const fetchSome = async () => {
    for (const url of left)
      if (!isFull) await fetchPicture(cache, url, hosts).catch((error: unknown) => (isFull ||= isOfRoom(error)));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, fetchSome));
  return isFull;
}

/** A picture that breaks off on its way fails, too, and the next may come. */
function isOfRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/**
 * Keeps a picture, if there is one. A host that lets it be read is asked so: then it is known that it came, and browsers
 * do not reckon its size far too high, as they do with answers that nobody may read.
 */
async function fetchPicture(cache: Cache, url: string, { closed, silent }: Hosts): Promise<void> {
  const { origin } = new URL(url);
  if (silent.has(origin)) return;
  const options: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };
  if (!closed.has(origin)) {
    const request = new Request(url, { ...options, mode: 'cors' });
    const answer = await askHost(request, () => silent.add(origin));
    if (answer && isPicture(answer)) await cache.put(url, answer);
    if (answer || silent.has(origin)) return;
    closed.add(origin);
  }
  await keepUnread(cache, new Request(url, { ...options, mode: 'no-cors' }), () => silent.add(origin));
}

/** Of an answer that nobody may read it is only seen that it begins and that it is there. */
async function keepUnread(cache: Cache, request: Request, onSilence: () => void): Promise<void> {
  const limit = new AbortController();
  const giveUp = () => {
    limit.abort();
    onSilence();
  };
  let timer = setTimeout(giveUp, SILENCE_MS);
  try {
    const answer = await fetch(request, { signal: limit.signal }).catch(() => null);
    clearTimeout(timer);
    timer = setTimeout(giveUp, WHOLE_MS);
    if (answer) await cache.put(request.url, answer);
  } finally {
    clearTimeout(timer);
  }
}

// The page of a captive network is none.
function isPicture({ ok, headers }: Response): boolean {
  return ok && !/^text\//i.test(headers.get('content-type') ?? '');
}
