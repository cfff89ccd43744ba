import type { FileDecoder } from '#wire/decode.ts';
import { NewerFormatError } from '#wire/errors.ts';
import { unpack } from '#wire/unpack.ts';
import { verify } from '#wire/verify.ts';
import { STANDS_IN } from '#shared/shelves.ts';
import { askHost } from './askHost.ts';
import { keep, type Shelf, takeKept } from './shelf.ts';

/** Where the answers to a request lie, and what lets work go on after it is answered, as an event's `waitUntil`. */
export type Keeping = { readonly shelf: Shelf; readonly later: (work: Promise<void>) => void };

/** A file that changes: what checks it, and the URL of the manifest of its site. */
export type Changing = { readonly decode: FileDecoder<unknown>; readonly manifest: string };

/** How long a host may take before a kept copy answers in its place. */
export const PATIENCE_MS = 2500;

/**
 * The answer for a file that changes: the network's, kept once its decoder accepts it. When the network fails, takes
 * long, or sends something else (the login page of a hotel, half a file), the kept copy, and without one whatever comes.
 * What comes late is kept all the same. A newer format is passed on but not kept: the page then says what to do. A
 * request to reload says that the kept copy is of no use.
 */
export async function answerChanging(request: Request, file: Changing, keeping: Keeping): Promise<Response> {
  const hearing = hear(request, file, keeping);
  keeping.later(hearing.then(() => {}));
  const isKeptOfUse = request.cache !== 'reload';
  const heard = await (isKeptOfUse ? Promise.race([hearing, sleep(PATIENCE_MS)]) : hearing);
  if (heard?.is === 'good') return heard.answer;
  if (!isKeptOfUse) return heard?.is === 'gone' ? heard.answer : Response.error();
  const kept = await takeKept(keeping.shelf, request.url);
  if (heard?.is === 'gone' && (!kept || (await isThere(file.manifest)))) return heard.answer;
  return kept ? standIn(kept) : (await hearing).answer;
}

/** The page must be able to tell that the host did not answer, or not well. */
function standIn({ body, status, headers }: Response): Response {
  const marked = new Headers(headers);
  marked.set(STANDS_IN, '1');
  return new Response(body, { status, headers: marked });
}

/** What a host answered; `bad` may be anything. */
type Heard = { readonly answer: Response; readonly is: 'good' | 'gone' | 'bad' };

let asked = 0;
const keptTurns = new Map<string, number>();

async function hear(request: Request, { decode }: Changing, { shelf, later }: Keeping): Promise<Heard> {
  const turn = ++asked;
  const answer = await askHost(request);
  if (!answer) return { answer: Response.error(), is: 'bad' };
  if (!answer.ok) return { answer, is: isAbsence(answer) ? 'gone' : 'bad' };
  try {
    decode(await readJson(answer.clone()), request.url);
  } catch (error) {
    return { answer, is: error instanceof NewerFormatError ? 'good' : 'bad' };
  }
  // An answer that was long on its way must not take the place of a newer one.
  if (turn > (keptTurns.get(request.url) ?? 0)) {
    keptTurns.set(request.url, turn);
    later(keep(shelf, request.url, answer.clone()));
  }
  return { answer, is: 'good' };
}

/** A host that does not even have a manifest is out of order, and says nothing of other files by not having them. */
async function isThere(url: string): Promise<boolean> {
  return (await askHost(new Request(url, { method: 'HEAD', cache: 'no-cache' })))?.ok === true;
}

/**
 * The answer for a chunk: the kept one, else the network's, kept once its hash was checked. A request to reload says
 * that a copy was damaged, so it goes to the network first.
 */
export async function answerChunk(request: Request, sha256: string, { shelf, later }: Keeping): Promise<Response> {
  const kept = await takeKept(shelf, request.url);
  if (kept && request.cache !== 'reload') {
    later(keep(shelf, request.url, kept.clone())); // What is asked for stays longest.
    return kept;
  }
  const answer = await askHost(request);
  if (answer?.ok) later(keepSound(shelf, request.url, { answer: answer.clone(), sha256 }));
  return (answer?.ok ? answer : kept) ?? answer ?? Response.error();
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

// Object stores without a listing answer 403 for what they do not have. All else is a host out of order.
function isAbsence({ status }: Response): boolean {
  return [403, 404, 410].includes(status);
}

/** The page takes HTML for a missing file, whatever it holds; a kept copy is better than that. */
async function readJson(answer: Response): Promise<unknown> {
  if (/^text\/html\b/i.test(answer.headers.get('content-type') ?? '')) throw new SyntaxError('This is a page.');
  return answer.json();
}

function sleep(delayMs: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), delayMs));
}
