import type { FileDecoder } from '#wire/decode.ts';
import { NewerFormatError } from '#wire/errors.ts';
import { unpack } from '#wire/unpack.ts';
import { verify } from '#wire/verify.ts';
import { keep, type Shelf, takeKept } from './shelf.ts';

/** Where the answers to a request lie, and what lets work go on after it is answered, as an event's `waitUntil`. */
export type Keeping = { readonly shelf: Shelf; readonly later: (work: Promise<void>) => void };

/**
 * The answer for a file that changes: the network's, kept once its decoder accepts it. When the network fails, or sends
 * something else (the login page of a hotel, half a file), the kept copy, and without one whatever came. A newer format
 * is passed on but not kept: the page then says what to do.
 */
export async function answerChanging(
  request: Request,
  decode: FileDecoder<unknown>,
  { shelf, later }: Keeping,
): Promise<Response> {
  const answer = await fetch(request).catch(() => null);
  try {
    if (answer?.ok) {
      decode(await readJson(answer.clone()), request.url);
      later(keep(shelf, request.url, answer.clone()));
    }
    if (answer && answer.status < 500) return answer;
  } catch (error) {
    if (answer && error instanceof NewerFormatError) return answer;
  }
  return (await takeKept(shelf, request.url)) ?? answer ?? Response.error();
}

/**
 * The answer for a chunk: the kept one, else the network's, kept once its hash was checked. A request to reload says
 * that a copy was damaged, so it goes to the network first.
 */
export async function answerChunk(request: Request, sha256: string, { shelf, later }: Keeping): Promise<Response> {
  const kept = await takeKept(shelf, request.url);
  if (kept && request.cache !== 'reload') {
    later(keep(shelf, request.url, kept.clone())); // What is read stays longest.
    return kept;
  }
  const answer = await fetch(request).catch(() => null);
  if (answer?.ok) later(keepSound(shelf, request.url, { answer: answer.clone(), sha256 }));
  return answer ?? kept ?? Response.error();
}

// A damaged answer still goes to the page, which checks too, asks again, and says so.
async function keepSound(
  shelf: Shelf,
  url: string,
  { answer, sha256 }: { readonly answer: Response; readonly sha256: string },
): Promise<void> {
  try {
    await verify(await unpack(await answer.clone().arrayBuffer()), sha256, url);
  } catch {
    return;
  }
  await keep(shelf, url, answer);
}

/** The page takes HTML for a missing file, whatever it holds; a kept copy is better than that. */
async function readJson(answer: Response): Promise<unknown> {
  if (/^text\/html\b/i.test(answer.headers.get('content-type') ?? '')) throw new SyntaxError('This is a page.');
  return answer.json();
}
