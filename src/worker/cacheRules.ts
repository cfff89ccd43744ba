import type { FileDecoder } from '#wire/decode.ts';
import { decoderOf } from './decoderOf.ts';

/** What the worker does with a request. Paths are relative to the site. */
export type Rule =
  /** A file of the reader; a path that ends in a slash is its page. */
  | { readonly kind: 'shell'; readonly path: string }
  /** A file of the reader as it was in another release, which pages of that one still ask for. */
  | { readonly kind: 'old'; readonly path: string }
  /** A data file that publishing changes, and the URL of the manifest, which is there as long as the site is. */
  | { readonly kind: 'data'; readonly decode: FileDecoder<unknown>; readonly manifest: string }
  /** Articles that never change, named by their hash. */
  | { readonly kind: 'chunk'; readonly sha256: string }
  /** A picture of a saved article, of whatever host. */
  | { readonly kind: 'picture' };

/** What a rule depends on. */
export type Site = {
  /** The site's own URL, with a closing slash. */
  readonly scope: string;
  /** The reader's files, as paths, and which is its page. */
  readonly shell: ReadonlySet<string>;
  readonly page: string;
  /** The URLs of pictures that are kept; null while nobody knows. */
  readonly pictures: ReadonlySet<string> | null;
};

type Asked = Pick<Request, 'url' | 'method' | 'mode' | 'cache' | 'headers' | 'destination'>;

// An article's address may end in .html; anything else with an ending is a file, and the host's to answer.
const FILE = /\.(?!html?$)[a-z][a-z0-9]*$/i;
// Scripts and styles: their names have the hash of what they hold.
const OLD = /^broadsheet\/[^/]+$/;
const MANIFEST = 'data/manifest.json';
const CHUNK = /^data\/posts\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/;

/**
 * The rule for a request; null for all that the worker leaves to the browser: other sites, pictures that are not kept,
 * parts of files. While nobody knows which pictures are kept, any may be.
 */
export function ruleFor(asked: Asked, site: Site): Rule | null {
  const { url, method, cache, headers } = asked;
  // What the page takes along it keeps itself.
  if (cache === 'no-store') return null;
  if (method !== 'GET' || headers.has('range')) return null;
  const own = url.startsWith(site.scope) ? ruleForOwn(asked, site) : null;
  return own ?? (isKeptPicture(asked, site) ? { kind: 'picture' } : null);
}

function isKeptPicture({ url, destination }: Asked, { pictures }: Site): boolean {
  return destination === 'image' && /^https?:/.test(url) && pictures?.has(url.replace(/#.*$/s, '')) !== false;
}

function ruleForOwn({ url, mode }: Asked, { scope, shell, page }: Site): Rule | null {
  const path = url.slice(scope.length).replace(/[?#].*$/s, '');
  if (mode === 'navigate') return path.startsWith('data/') || FILE.test(path) ? null : { kind: 'shell', path: page };
  if (path !== page && shell.has(path)) return { kind: 'shell', path };
  if (OLD.test(path)) return { kind: 'old', path };
  const sha256 = CHUNK.exec(path)?.[2];
  if (sha256 !== undefined) return { kind: 'chunk', sha256 };
  const decode = decoderOf(path);
  return decode ? { kind: 'data', decode, manifest: scope + MANIFEST } : null;
}
