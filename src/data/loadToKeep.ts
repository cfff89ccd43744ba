// Files for the device to keep. They are asked for past the worker and the browser's cache, which would keep them again.
import { chunkFile } from '#shared/paths.ts';
import { FormatError } from '#wire/errors.ts';
import { verify } from '#wire/verify.ts';
import { dataUrl, fetchAnswer, parse, unpackFrom } from './fetchFile.ts';
import type { FileToKeep } from './filesToKeep.ts';

/** What a file says, and the answer to keep; null where the kept one still holds. */
export type Loaded<T> = { readonly file: T; readonly answer: Response | null };

type Options = { readonly signal: AbortSignal; readonly kept?: Response | undefined };

const SUM = 'x-sha256';
const BYTES = 'content-length';

/**
 * Loads a file that publishing changes, or learns that the kept one still holds. Throws `MissingError`, `NetworkError`,
 * `FormatError` or `NewerFormatError`.
 */
export async function loadToKeep<T>({ path, decode }: FileToKeep<T>, { signal, kept }: Options): Promise<Loaded<T>> {
  const url = dataUrl(path);
  const sum = (await isSound(kept)) ? kept?.headers.get(SUM) : null;
  const etag = sum ? kept?.headers.get('etag') : null;
  const headers: HeadersInit = etag ? { 'if-none-match': etag } : {};
  const came = await fetchAnswer(url, { cache: 'no-store', signal, headers });
  if (kept && came.status === 304) return { file: parse(await kept.clone().arrayBuffer(), decode, url), answer: null };
  const answer = await answerOf(came.bytes, came.headers);
  // Hosts without such a tag, or that tag what they pack otherwise, send all of it each time.
  return { file: parse(came.bytes, decode, url), answer: answer.headers.get(SUM) === sum ? null : answer };
}

/**
 * A chunk to keep, checked by its hash: a copy that lies on the device already, else the host's. One that comes damaged
 * is asked for once more. Throws `MissingError`, `NetworkError` or `FormatError`.
 */
export async function loadChunkToKeep(sha256: string, { signal, kept }: Options): Promise<Response> {
  const copy = kept && (await checkChunk(sha256, await kept.arrayBuffer()).catch(() => null));
  if (copy) return copy;
  try {
    return await fetchChunk(sha256, signal);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return fetchChunk(sha256, signal);
  }
}

/** Whether a kept answer has the bytes that were kept. One that is not there has not. */
export async function isSound(kept: Response | undefined): Promise<boolean> {
  const sum = kept?.headers.get(SUM);
  return kept !== undefined && sum === (await sumOf(await kept.clone().arrayBuffer()));
}

/** How many bytes a kept answer has. */
export function sizeOf(kept: Response): number {
  return Number(kept.headers.get(BYTES) ?? 0);
}

/** How many bytes a chunk has, without loading it; null where the host does not say. */
export async function askSize(sha256: string): Promise<number | null> {
  const { headers } = await fetchAnswer(dataUrl(chunkFile(sha256)), { method: 'HEAD', cache: 'no-store' });
  const bytes = headers.get(BYTES);
  return bytes === null ? null : Number(bytes);
}

async function fetchChunk(sha256: string, signal: AbortSignal): Promise<Response> {
  const url = dataUrl(chunkFile(sha256));
  return checkChunk(sha256, (await fetchAnswer(url, { cache: 'no-store', signal })).bytes);
}

async function checkChunk(sha256: string, bytes: ArrayBuffer): Promise<Response> {
  const url = dataUrl(chunkFile(sha256));
  await verify(await unpackFrom(bytes, url), sha256, url);
  return answerOf(bytes);
}

async function answerOf(bytes: ArrayBuffer, headers?: Headers): Promise<Response> {
  const etag = headers?.get('etag');
  const type = headers?.get('content-type') ?? 'application/octet-stream';
  return new Response(bytes, {
    headers: {
      'content-type': type,
      [BYTES]: String(bytes.byteLength),
      [SUM]: await sumOf(bytes),
      ...(etag && { etag }),
    },
  });
}

async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
