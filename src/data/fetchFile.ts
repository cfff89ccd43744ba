// The only place in the page that asks the network.
import { unpack } from '#wire/unpack.ts';
import { verify } from '#wire/verify.ts';
import type { FileDecoder } from '#wire/decode.ts';
import { FormatError } from '#wire/errors.ts';
import { base } from './base.ts';
import { STANDS_IN } from '#shared/shelves.ts';
import { MissingError, NetworkError } from './errors.ts';
import { noteSilence } from './silence.ts';

/** How a file is asked for. Files that may change are revalidated unless `cache` says otherwise. */
export type LoadOptions = { readonly signal?: AbortSignal; readonly cache?: RequestCache };

/** The address of a data file; `path` is relative to `data/`. */
export function dataUrl(path: string): string {
  return `${base}data/${path}`;
}

/** Fetches and decodes a JSON file. Throws `MissingError`, `NetworkError`, `FormatError` or `NewerFormatError`. */
export async function fetchJson<T>(path: string, decode: FileDecoder<T>, options: LoadOptions = {}): Promise<T> {
  const url = dataUrl(path);
  return parse(await fetchBytes(url, { cache: 'no-cache', ...options }), decode, url);
}

/** A gzip file that is named by the SHA-256 of what is packed. */
export type PackedFile = { readonly path: string; readonly sha256: string };

/**
 * Fetches, unpacks, checks and decodes a gzip file. It never changes, so a copy that the browser kept serves; one that
 * proves damaged is fetched once more from the host.
 */
export async function fetchPacked<T>(file: PackedFile, decode: FileDecoder<T>, options: LoadOptions = {}): Promise<T> {
  try {
    return await fetchPackedOnce(file, decode, options);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return fetchPackedOnce(file, decode, { ...options, cache: 'reload' });
  }
}

async function fetchPackedOnce<T>(file: PackedFile, decode: FileDecoder<T>, options: LoadOptions): Promise<T> {
  const url = dataUrl(file.path);
  const bytes = await unpackFrom(await fetchBytes(url, options), url);
  await verify(bytes, file.sha256, url);
  return parse(bytes, decode, url);
}

async function fetchBytes(url: string, options: LoadOptions): Promise<ArrayBuffer> {
  return (await fetchAnswer(url, options)).bytes;
}

/** What came for a data file, and the headers that it came with. */
export type Came = { readonly bytes: ArrayBuffer; readonly status: number; readonly headers: Headers };

type AskOptions = LoadOptions & Pick<RequestInit, 'method' | 'headers'>;

/** The host's answer, or that nothing changed (304) where that was asked. Throws `MissingError` or `NetworkError`. */
export async function fetchAnswer(url: string, { signal, ...asked }: AskOptions): Promise<Came> {
  const limit = new AbortController();
  const end = () => limit.abort();
  let timer = setTimeout(end, PATIENCE_MS);
  signal?.addEventListener('abort', end);
  try {
    const response = await fetch(url, { signal: limit.signal, ...asked });
    const { status, headers } = response;
    if (headers.has(STANDS_IN)) noteSilence();
    if (ABSENT.has(status)) throw new MissingError(url);
    if (!response.ok && status !== 304) throw new NetworkError(url, status);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body?.getReader();
    // A slow line may take its time, as long as something comes.
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      parts.push(part.value);
      clearTimeout(timer);
      timer = setTimeout(end, PATIENCE_MS);
    }
    return { bytes: checkNoPage(url, join(parts), response), status, headers };
  } catch (cause) {
    if (signal?.aborted || cause instanceof MissingError) throw cause;
    noteSilence();
    if (cause instanceof NetworkError) throw cause;
    throw new NetworkError(url, 'no answer', { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end); // Some signals live as long as the page.
  }
}

/** Without `Blob`, whose bytes go to another process and back: what a screen waits for should not. */
function join(parts: readonly Uint8Array[]): ArrayBuffer {
  const all = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all.buffer;
}

// Hosts made for single-page apps answer every unknown address with the site's own page and status 200: for a data file,
// that page means there is none. Any other is somebody's on the way, such as a hotel's.
function checkNoPage(url: string, bytes: ArrayBuffer, { headers }: Response): ArrayBuffer {
  if (new Uint8Array(bytes)[0] !== '<'.charCodeAt(0) && !/^text\/html\b/i.test(headers.get('content-type') ?? ''))
    return bytes;
  throw new TextDecoder().decode(bytes).includes('broadsheet-base')
    ? new MissingError(url)
    : new NetworkError(url, 'a page');
}

// Object stores without a listing answer 403 for what they do not have.
const ABSENT: ReadonlySet<number> = new Set([403, 404, 410]);

/** How long a host may be silent. */
const PATIENCE_MS = 10_000;

/** Unpacks what may be packed. Throws `FormatError` when it is damaged. */
export async function unpackFrom(bytes: ArrayBuffer, url: string): Promise<ArrayBuffer> {
  try {
    return await unpack(bytes);
  } catch (cause) {
    throw new FormatError(url, '', 'damaged gzip', { cause });
  }
}

/** Reads a JSON file. Throws `FormatError` or `NewerFormatError`. */
export function parse<T>(bytes: ArrayBuffer, decode: FileDecoder<T>, url: string): T {
  const json = new TextDecoder().decode(bytes);
  try {
    return decode(JSON.parse(json), url);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new FormatError(url, '', json.slice(0, 80), { cause });
    throw cause;
  }
}
