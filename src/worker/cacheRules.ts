import type { FileDecoder } from '#wire/decode.ts';
import { decoderOf } from './decoderOf.ts';

/** What the worker does with a request. Paths are relative to the site. */
export type Rule =
  /** A file of the reader; a path that ends in a slash is its page. */
  | { readonly kind: 'shell'; readonly path: string }
  /** A file of the reader as it was in another release, which pages of that one still ask for. */
  | { readonly kind: 'old'; readonly path: string }
  /** A data file that publishing changes. The manifest is there as long as the site is. */
  | { readonly kind: 'data'; readonly decode: FileDecoder<unknown>; readonly mayGo: boolean }
  /** Articles that never change, named by their hash. */
  | { readonly kind: 'chunk'; readonly sha256: string };

/** What a rule depends on: the site's own URL, with a closing slash, the reader's files, as paths, and which is its page. */
export type Site = { readonly scope: string; readonly shell: ReadonlySet<string>; readonly page: string };

type Asked = Pick<Request, 'url' | 'method' | 'mode' | 'headers'>;

// An article's address may end in .html; anything else with an ending is a file, and the host's to answer.
const FILE = /\.(?!html?$)[a-z][a-z0-9]*$/i;
// Scripts and styles: their names have the hash of what they hold.
const OLD = /^broadsheet\/[^/]+$/;
const MANIFEST = 'data/manifest.json';
const CHUNK = /^data\/posts\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/;

/** The rule for a request; null for all that the worker leaves to the browser: other sites, pictures, parts of files. */
export function ruleFor({ url, method, mode, headers }: Asked, { scope, shell, page }: Site): Rule | null {
  if (method !== 'GET' || headers.has('range') || !url.startsWith(scope)) return null;
  const path = url.slice(scope.length).replace(/[?#].*$/s, '');
  if (mode === 'navigate') return path.startsWith('data/') || FILE.test(path) ? null : { kind: 'shell', path: page };
  if (path !== page && shell.has(path)) return { kind: 'shell', path };
  if (OLD.test(path)) return { kind: 'old', path };
  const sha256 = CHUNK.exec(path)?.[2];
  if (sha256 !== undefined) return { kind: 'chunk', sha256 };
  const decode = decoderOf(path);
  return decode ? { kind: 'data', decode, mayGo: path !== MANIFEST } : null;
}
