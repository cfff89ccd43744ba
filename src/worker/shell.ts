import { shelfName } from '#shared/shelves.ts';
import { verify } from '#wire/verify.ts';

/** The reader's files: path below the site → SHA-256. One that ends in a slash is the page. */
export type Shell = Readonly<Record<string, string>>;

/** More than a release takes. */
const ROOM_BYTES = 3_000_000;

/** The page that is read meanwhile has hosts to ask, too, and old ones take six requests at once. */
const AT_A_TIME = 2;

/** Under this name, which no file of the reader has, lie the lists of files of this release and of the one that ran before it. */
const RELEASES = 'sw.js?releases';

/** Where the shell of a site is kept, and what it holds. */
export type KeptShell = { readonly scope: string; readonly shell: Shell };

/**
 * Fetches what of the shell is not kept yet, each file checked. Rejects when one does not come or is not the file that
 * was published; the next visit tries again with what is here by then.
 */
export async function keepShell({ scope, shell }: KeptShell): Promise<void> {
  const cache = await openShell(scope);
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(shell).filter(([path, sha256]) => !here.has(keyOf(scope, path, sha256)));
  if (missing.length === 0) return;
  await expectRoom(cache, scope);
  const left = missing.values();
  const keepSome = async () => {
    for (const [path, sha256] of left)
      await cache.put(keyOf(scope, path, sha256), await fetchSound(scope + path, sha256));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, keepSome));
}

/**
 * A device that is full would have every visit fetch all files, only to find that none can be kept. How much room there
 * is browsers do not tell, so that nobody is known by it: what cannot be told is tried.
 */
async function expectRoom(cache: Cache, scope: string): Promise<void> {
  const url = `${scope}sw.js?room`; // Which no file of the reader has.
  try {
    await cache.put(url, new Response(new Uint8Array(ROOM_BYTES)));
  } finally {
    await cache.delete(url);
  }
}

/**
 * A file by its hash: what the page has just loaded lies in the browser's own cache, where another release's, or a login
 * page, has another hash.
 */
async function fetchSound(url: string, sha256: string): Promise<Response> {
  return fetchChecked(url, sha256, 'force-cache').catch(() => fetchChecked(url, sha256, 'reload'));
}

async function fetchChecked(url: string, sha256: string, cache: RequestCache): Promise<Response> {
  const answer = await fetchFile(url, { cache, priority: 'low' });
  const bytes = await answer.arrayBuffer();
  await verify(bytes, sha256, answer.url);
  // Made anew, because browsers refuse a page that was reached through a redirect.
  return new Response(bytes, { headers: answer.headers });
}

/** Some hosts redirect from the name of a page, and others know no page of a folder. */
async function fetchFile(url: string, options: RequestInit): Promise<Response> {
  const answer = await fetch(url, options);
  return answer.ok || !url.endsWith('/') ? answer : fetch(`${url}index.html`, options);
}

/** Removes every file of other releases, if by then that still `may` be. */
export async function clearOldShell(kept: KeptShell, may: () => boolean): Promise<void> {
  await keepReleases(kept.scope, [kept.shell], may);
}

/** Removes every file of releases but this and the one that ran before it, if that is known and still `may` be. */
export async function clearOlderShells({ scope, shell }: KeptShell, may: () => boolean): Promise<void> {
  const before = (await readReleases(scope)).find((one) => JSON.stringify(one) !== JSON.stringify(shell));
  await keepReleases(scope, before ? [shell, before] : [shell], () => before !== undefined && may());
}

async function keepReleases(scope: string, releases: readonly Shell[], may: () => boolean): Promise<void> {
  // What removes the worker has removed it: to open it would make it anew.
  if (!(await caches.has(shelfName('shell', scope)))) return;
  const cache = await openShell(scope);
  const isKnown = JSON.stringify(await readReleases(scope)) === JSON.stringify(releases);
  if (!isKnown) await cache.put(scope + RELEASES, new Response(JSON.stringify(releases)));
  const files = releases.flatMap((shell) => Object.entries(shell));
  const wanted = new Set([scope + RELEASES, ...files.map(([path, sha256]) => keyOf(scope, path, sha256))]);
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  if (may()) await Promise.all(old.map((request) => cache.delete(request)));
}

async function readReleases(scope: string): Promise<readonly Shell[]> {
  const noted = await matchShell(scope, scope + RELEASES);
  return (await noted?.json()) ?? []; // As `keepReleases` put it.
}

/**
 * A kept file of the shell; from the network when the browser has thrown it away, and what is missing is then fetched
 * anew, as `later` work.
 */
export async function answerShell(
  request: Request,
  path: string,
  { later, ...kept }: KeptShell & { readonly later: (work: Promise<void>) => void },
): Promise<Response> {
  const { scope, shell } = kept;
  const answer = await matchShell(scope, keyOf(scope, path, shell[path] ?? ''));
  if (!answer) later(repair(kept));
  return answer ?? fetch(request);
}

/** A file as another release had it, while that is kept; else from the network, where publishing leaves it for a day. */
export async function answerOldShell(request: Request, path: string, scope: string): Promise<Response> {
  return (await matchShell(scope, scope + path, { ignoreSearch: true })) ?? fetch(request);
}

let repairing: Promise<void> | null = null;

/** A page asks for many files at once, and each may be the first that is missing. Where it fails, the next request tries again. */
async function repair(kept: KeptShell): Promise<void> {
  repairing ??= keepShell(kept)
    .catch(() => {})
    .finally(() => (repairing = null));
  await repairing;
}

async function matchShell(scope: string, key: string, options: CacheQueryOptions = {}): Promise<Response | undefined> {
  const cacheName = shelfName('shell', scope);
  return caches.match(key, { cacheName, ignoreVary: true, ...options }).catch(() => undefined);
}

function openShell(scope: string): Promise<Cache> {
  return caches.open(shelfName('shell', scope));
}

// Two releases share the files they have in common, and each finds its own of the others.
function keyOf(scope: string, path: string, sha256: string): string {
  return `${scope}${path}?${sha256}`;
}
