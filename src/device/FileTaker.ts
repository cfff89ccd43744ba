import type { FileToKeep } from '#data/filesToKeep.ts';
import { loadChunkToKeep, loadToKeep, sizeOf } from '#data/loadToKeep.ts';
import { chunkFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { isOfDay } from './planTaking.ts';
import type { TakenShelf } from './TakenShelf.ts';

/** As many requests as one may have under way without taking the line from who reads. */
const AT_ONCE = 5;

/** Fetches files onto the shelf, a few at a time. A file that changes is asked for once; a chunk that is here, never. */
export class FileTaker {
  readonly #shelf: TakenShelf;
  readonly #signal: AbortSignal;
  readonly #asked = new Map<string, Promise<unknown>>();
  readonly #sizes = new Map<string, number>();
  readonly #waiting: (() => void)[] = [];
  #free = AT_ONCE;

  constructor(shelf: TakenShelf, signal: AbortSignal) {
    this.#shelf = shelf;
    this.#signal = signal;
  }

  /** A file that publishing changes, as it is on the host now. Throws `MissingError` where there is none. */
  take<T>(wanted: FileToKeep<T>): Promise<T> {
    const asked = this.#asked.get(wanted.path) as Promise<T> | undefined; // A path has one decoder.
    if (asked) return asked;
    const taking = this.#inTurn(() => this.#takeNow(wanted));
    this.#asked.set(wanted.path, taking);
    return taking;
  }

  /** Takes a chunk, and tells its bytes. */
  takeChunk(sha256: string): Promise<number> {
    return this.#inTurn(async () => {
      const path = chunkFile(sha256);
      const here = await this.#shelf.match(path);
      const answer = here ?? (await loadChunkToKeep(sha256, { signal: this.#signal, kept: await this.#seen(path) }));
      this.#sizes.set(path, sizeOf(answer));
      if (!here) await this.#shelf.keep(path, answer);
      return sizeOf(answer);
    });
  }

  /** Forgets what files said: a publish came between them. */
  askAnew(): void {
    this.#asked.clear();
  }

  /** Forgets what serves a day alone: a long run would hold all days in memory. */
  forgetDay(day: Day): void {
    for (const known of [this.#asked, this.#sizes])
      for (const path of known.keys()) if (isOfDay(path, day)) known.delete(path);
  }

  /** How many bytes a file has that was taken. */
  sizeOf(path: string): number {
    return this.#sizes.get(path) ?? 0;
  }

  async #takeNow<T>(wanted: FileToKeep<T>): Promise<T> {
    const kept = await this.#shelf.match(wanted.path);
    const { file, answer } = await loadToKeep(wanted, { signal: this.#signal, kept });
    this.#sizes.set(wanted.path, sizeOf(answer ?? kept ?? new Response()));
    if (answer) await this.#shelf.keep(wanted.path, answer);
    return file;
  }

  #seen(path: string): Promise<Response | undefined> {
    return this.#shelf.matchSeen(path);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      this.#signal.throwIfAborted();
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
