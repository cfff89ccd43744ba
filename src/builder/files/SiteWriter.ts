import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from './ContentSum.ts';
import { Inventory } from './Inventory.ts';
import { inTheWay } from './inTheWay.ts';
import { commit, hasJournal, type Told } from './journal.ts';
import { Lock } from './Lock.ts';
import { inSafeOrder, isNamedByHash } from './moveOrder.ts';
import { isNote, Notes } from './Notes.ts';
import { ownBesideIn } from './ownBeside.ts';
import { ownDataIn } from './ownFiles.ts';
import { Retired } from './Retired.ts';
import { readBefore } from './readBefore.ts';
import { rollForward } from './rollForward.ts';
import { settle, type Written } from './settle.ts';
import { readSiteNotes, SITE_NOTES, type SiteNotes, siteNotesBytes } from './SiteNotes.ts';
import { placeNow, Stage } from './Stage.ts';
import { dropUnlisted, yetToList } from './unlisted.ts';
import { FRESH_MARK, UNLISTED_FILE } from './WriteError.ts';

import type { WriterOptions } from './WriterOptions.ts';

export type { Written } from './settle.ts';

/**
 * Puts files into a site folder: only those whose bytes differ from what lies there, all written aside before the first
 * is moved into place. Killed anywhere, the site is the old one, or the next writer finishes the work. What is no longer
 * part of the site stays as long as `keepMs` says, then goes. Files that no publish wrote stay for ever.
 */
export class SiteWriter {
  /** What is kept for later publishes. */
  readonly notes: Notes;
  readonly #out: string;
  readonly #options: WriterOptions;
  readonly #lock: Lock;
  readonly #stage: Stage;
  readonly #last: SiteNotes | null;
  /** What earlier runs did and told nobody, so that this one does. */
  readonly #untold: Told | null;
  readonly #isResumed: boolean;
  #inventory: Inventory;
  #retired: Retired;
  #isFresh = false;
  /** Files that were put in place at once. */
  readonly #placed: string[] = [];
  /** Files named by their content that were not there before. */
  readonly #added: string[] = [];

  /** Takes the folder's lock and finishes what a killed run had begun to move into place. Throws `WriteError`. */
  constructor(out: string, options: WriterOptions) {
    this.#out = out;
    this.#options = options;
    this.#lock = new Lock(out);
    this.#stage = new Stage(out);
    this.notes = new Notes(out, this.#stage);
    try {
      this.#untold = rollForward(out, { isListed: options.isListed === true });
      this.#stage.clear();
      this.#last = readSiteNotes(this.notes.read(SITE_NOTES));
    } catch (cause) {
      this.#lock.release();
      throw cause;
    }
    this.#isResumed = existsSync(join(out, FRESH_MARK));
    this.#inventory = new Inventory(this.#last);
    this.#retired = new Retired(this.#last?.retired ?? [], options.nowMs);
  }

  /** Whether the last run told what it left, and was no full publish that did not end: only then can it be revised. */
  get isKnown(): boolean {
    return this.#last !== null && !this.#isResumed;
  }

  /** Begins the site anew: from here on `read` sees only what this run puts, and all else will be retired. */
  startFresh(): void {
    this.#stage.clear();
    this.notes.forget();
    this.#isFresh = true;
    this.#inventory = new Inventory(null);
    this.#retired = new Retired(this.#last?.retired ?? [], this.#options.nowMs);
    if (!this.#options.isDry) placeNow(this.#out, FRESH_MARK, Buffer.alloc(0));
  }

  /** What a file of the site will hold after `finish`, or null. Throws `WriteError` when it cannot be read. */
  read(path: string): Buffer | null {
    return this.#isPart(path) ? (this.#stage.read(path) ?? this.readBefore(path)) : null;
  }

  /** What a file holds before `finish`, or null. Throws `WriteError` when it cannot be read. */
  readBefore(path: string): Buffer | null {
    return readBefore(join(this.#out, path));
  }

  /**
   * Puts one file, to be seen after `finish`. Its path has forward slashes and stays inside. In a site begun anew, what
   * is named by hash is put in place at once: nothing names it yet, and a killed run need not make it again. Throws
   * `WriteError`.
   */
  put(path: string, bytes: Buffer): void {
    if (!isInside(path)) throw new Error(`A file outside the site folder was to be written: ${path}`);
    const isAtOnce = this.#isFresh && !this.#options.isDry && isNamedByHash(path);
    const before = this.readBefore(path);
    this.#inventory.leave(path, this.#isPart(path) ? (this.#stage.read(path) ?? before) : null);
    const sha256 = sha256Of(bytes);
    this.#inventory.join(path, bytes, sha256);
    this.#retired.drop(path);
    if (before?.equals(bytes)) this.#stage.drop(path);
    else if (isAtOnce) placeNow(this.#out, path, bytes);
    else this.#stage.add(path, bytes, sha256);
    if (before === null && isNamedByHash(path)) this.#added.push(path);
    // What a killed run had put in place at once, nobody was told of.
    if (isAtOnce && (this.#isResumed || !before?.equals(bytes))) this.#placed.push(path);
  }

  /** Whether a publish put the file that lies there. Where no notes tell, none did. */
  wasPut(path: string): boolean {
    const { beside = [], retired = [] } = this.#last ?? {};
    return beside.includes(path) || retired.some(([gone]) => gone === path);
  }

  /** Takes a file out of the site. What is no part of it stays as it is. */
  remove(path: string): void {
    if (!this.#isPart(path)) return;
    this.#inventory.leave(path, this.read(path));
    this.#stage.drop(path);
  }

  /** Files of the site outside `data/`, put by this run or before. */
  get beside(): readonly string[] {
    return this.#inventory.beside();
  }

  /** Names the set of all files of the site, whatever their order and history. */
  generation(): string {
    return this.#inventory.generation();
  }

  /**
   * Moves all into place and removes what is over; a dry run only tells. Throws `WriteError`: then the site is as it was,
   * or, once moving has begun, the next run finishes the work.
   */
  finish(): Written {
    const written = this.#settle();
    this.notes.keep(SITE_NOTES, siteNotesBytes({ ...this.#inventory.noted(), retired: this.#retired.noted() }));
    const moves = inSafeOrder(this.#stage.paths());
    const marks = this.#isFresh ? [FRESH_MARK] : [];
    const isListed = this.#options.isListed === true || existsSync(join(this.#out, UNLISTED_FILE));
    const journal = {
      clear: inTheWay(written.removed, moves),
      moves: moves.map((path) => [path, this.#stage.nameOf(path)] as const),
      remove: [...written.removed, ...this.notes.dropped, ...marks],
      ...(isListed && { list: yetToList(written, this.#added, this.#untold) }),
    };
    if (!this.#options.isDry && moves.length + journal.remove.length > 0) commit(this.#out, journal);
    return written;
  }

  /** What `finish` told has been handed over: later runs need not tell of it. Throws `WriteError`. */
  listed(): void {
    if (!this.#options.isDry) dropUnlisted(this.#out);
  }

  /** Leaves the folder to others. What was put and not finished is forgotten. */
  close(): void {
    if (!this.#lock.isHeld) return; // Another run may be at work by now.
    try {
      if (hasJournal(this.#out)) return; // The next run needs what still waits.
      this.#stage.clear();
      const hasBegun = this.#isResumed || this.#placed.length > 0;
      if (this.#isFresh && !hasBegun) rmSync(join(this.#out, FRESH_MARK), { force: true });
    } catch {
      // What stopped the run says why; the next one clears up.
    } finally {
      this.#lock.release();
    }
  }

  /** Whether a file that lies or waits there is part of the site. */
  #isPart(path: string): boolean {
    return this.#inventory.has(path) && !this.#retired.has(path);
  }

  #settle(): Written {
    return settle({
      out: this.#out,
      inventory: this.#inventory,
      retired: this.#retired,
      keepMs: this.#options.keepMs,
      earlier: this.#isFresh ? this.#everPut() : this.#inventory.taken,
      waiting: this.#stage.paths().filter((path) => !isNote(path)),
      placed: this.#placed,
      untold: this.#untold,
    });
  }

  *#everPut(): Generator<string> {
    yield* ownDataIn(this.#out);
    yield* this.#last?.beside ?? ownBesideIn(this.#out);
    yield* this.#inventory.taken;
  }
}

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[\\/]/).includes('..') && !path.includes('\0');
}
