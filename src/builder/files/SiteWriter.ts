import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE } from '#shared/paths.ts';
import { compareText } from '#builder/report.ts';
import { ContentSum, fileDigest, sha256Of } from './ContentSum.ts';
import { blockedPaths, inTheWay } from './inTheWay.ts';
import { carryOut, readJournal, writeJournal } from './journal.ts';
import { Lock } from './Lock.ts';
import { inSafeOrder, isNamedByHash } from './moveOrder.ts';
import { isOwnData, ownDataIn } from './ownFiles.ts';
import { readSiteNotes, type SiteNotes, siteNotesBytes } from './SiteNotes.ts';
import { placeNow, Stage } from './Stage.ts';
import { codeOf, guard, NOTES_FOLDER, STAGE_FOLDER, UNTOUCHED, WriteError } from './WriteError.ts';

/** When "now" is, and for how long files stay that are no longer part of the site. */
export type WriterOptions = {
  readonly nowMs: number;
  readonly keepMs: number;
  /** Nothing will be done: `preview` is all that is wanted. */
  readonly isDry?: boolean;
};

/** What a run did to the site folder. */
export type Written = {
  /** Files of the site and their bytes, whether written by this run or before. */
  readonly files: number;
  readonly bytes: number;
  /** Paths that were put in place, in an order that is safe to upload in: what is named comes before what names it. */
  readonly written: readonly string[];
  /** Paths that ceased to be part of the site, but stay for a while. */
  readonly retired: readonly string[];
  /** Paths that were removed: their time was over. */
  readonly removed: readonly string[];
};

const SITE_NOTES = 'site.json';
const MANIFEST = `data/${MANIFEST_FILE}`;
const FRESH_MARK = `${NOTES_FOLDER}/full`;

/** What a file adds to the site. */
type Share = { readonly digest: bigint; readonly bytes: number };

/**
 * Puts files into a site folder: only those whose bytes differ from what lies there, all written aside before the first
 * is moved into place. Killed anywhere, the site is the old one, or the next writer finishes the work. What is no longer
 * part of the site stays as long as `keepMs` says, then goes. Files that no publish wrote stay for ever.
 */
export class SiteWriter {
  readonly #out: string;
  readonly #options: WriterOptions;
  readonly #lock: Lock;
  readonly #stage: Stage;
  readonly #notes: SiteNotes | null;
  readonly #retired: Map<string, number>;
  readonly #beside: Set<string>;
  /** What this run put, and what it took away. */
  readonly #puts = new Map<string, Share>();
  readonly #taken = new Set<string>();
  /** What was put in place at once. */
  readonly #placed: string[] = [];
  readonly #droppedNotes = new Set<string>();
  #isFresh = false;
  #sum: ContentSum;
  #files: number;
  #bytes: number;

  /** Takes the folder's lock and finishes what a killed run left. Throws `WriteError`. */
  constructor(out: string, options: WriterOptions) {
    this.#out = out;
    this.#options = options;
    this.#lock = new Lock(out);
    this.#stage = new Stage(out);
    try {
      const journal = readJournal(out);
      if (journal) carryOut(out, journal);
      guard(join(out, STAGE_FOLDER), UNTOUCHED, () => this.#stage.clear());
      this.#notes = readSiteNotes(this.readNote(SITE_NOTES));
    } catch (cause) {
      this.#lock.release();
      throw cause;
    }
    this.#retired = new Map(this.#notes?.retired);
    this.#beside = new Set(this.#notes?.beside);
    this.#sum = new ContentSum(this.#notes?.sum);
    this.#files = this.#notes?.files ?? 0;
    this.#bytes = this.#notes?.bytes ?? 0;
  }

  /** Whether the last run told what it left, and was no full publish that did not end: only then can it be revised. */
  get isKnown(): boolean {
    return this.#notes !== null && !existsSync(join(this.#out, FRESH_MARK));
  }

  /** Begins the site anew: from here on `read` sees only what this run puts, and all else will be retired. */
  startFresh(): void {
    this.#stage.clear();
    this.#puts.clear();
    this.#taken.clear();
    this.#isFresh = true;
    this.#sum = new ContentSum();
    this.#files = 0;
    this.#bytes = 0;
    if (!this.#options.isDry) placeNow(this.#out, FRESH_MARK, Buffer.alloc(0));
  }

  /** What a file will hold after `finish`, or null. Throws `WriteError` when it cannot be read. */
  read(path: string): Buffer | null {
    if (this.#taken.has(path) || (this.#isFresh && !this.#puts.has(path))) return null;
    return this.#stage.read(path) ?? this.readBefore(path);
  }

  /** What a file holds before `finish`, or null. Throws `WriteError` when it cannot be read. */
  readBefore(path: string): Buffer | null {
    try {
      return readFileSync(join(this.#out, path));
    } catch (cause) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(cause) ?? '')) return null;
      throw new WriteError(`${join(this.#out, path)}: cannot be read (${String(cause)}).`, { cause });
    }
  }

  /**
   * Puts one file, to be seen after `finish`. Its path has forward slashes and stays inside. In a site begun anew, what
   * is named by hash is put in place at once: nothing names it yet, and a killed run need not make it again. Throws
   * `WriteError`.
   */
  put(path: string, bytes: Buffer): void {
    if (!isInside(path)) throw new Error(`A file outside the site folder was to be written: ${path}`);
    const old = this.readBefore(path);
    if (old?.equals(bytes)) this.#stage.drop(path);
    else if (this.#isFresh && !this.#options.isDry && isNamedByHash(path)) {
      placeNow(this.#out, path, bytes);
      this.#placed.push(path);
    } else this.#stage.add(path, bytes);
    this.#leave(path, old);
    this.#join(path, shareOf(path, bytes));
  }

  /** Published files outside `data/`, by this run or before. */
  get beside(): readonly string[] {
    return [...new Set([...this.#beside, ...this.#puts.keys()])].filter((path) => !isOwnData(path));
  }

  /** Takes a file out of the site. What is no part of it stays as it is. */
  remove(path: string): void {
    if (!this.#puts.has(path) && (this.#taken.has(path) || !this.#wasPart(path))) return;
    this.#leave(path, this.readBefore(path));
    this.#stage.drop(path);
    this.#taken.add(path);
  }

  /** A note that this run or an earlier one keeps, or null. */
  readNote(path: string): Buffer | null {
    const full = `${NOTES_FOLDER}/${path}`;
    return this.#droppedNotes.has(full) ? null : (this.#stage.read(full) ?? this.readBefore(full));
  }

  /** Keeps a note for later publishes. It is no part of the site. */
  keepNote(path: string, bytes: Buffer): void {
    const full = `${NOTES_FOLDER}/${path}`;
    this.#droppedNotes.delete(full);
    if (this.readBefore(full)?.equals(bytes)) this.#stage.drop(full);
    else this.#stage.add(full, bytes);
  }

  /** Keeps a note no longer. */
  dropNote(path: string): void {
    this.#stage.drop(`${NOTES_FOLDER}/${path}`);
    this.#droppedNotes.add(`${NOTES_FOLDER}/${path}`);
  }

  /** Names the set of all files of the site, whatever their order and history. */
  generation(): string {
    return this.#sum.name();
  }

  /** What `finish` will do to the site. */
  preview(): Written {
    const paths = [...this.#stage.names.keys()].filter((path) => !path.startsWith(`${NOTES_FOLDER}/`));
    const leaving = [...new Set([...this.#taken, ...(this.#isFresh ? this.#leftOver() : [])])];
    const retired = leaving.filter((path) => !this.#retired.has(path) && existsSync(join(this.#out, path)));
    const since = new Map([...this.#retired, ...retired.map((path): [string, number] => [path, this.#options.nowMs])]);
    const due = [...since].filter(([, sinceMs]) => this.#options.nowMs - sinceMs >= this.#options.keepMs);
    const removed = new Set([...due.map(([path]) => path), ...inTheWay([...since.keys()], paths)]);
    return {
      files: this.#files,
      bytes: this.#bytes,
      written: inSafeOrder([...this.#placed, ...paths]),
      retired: retired.filter((path) => !removed.has(path)),
      removed: [...removed].toSorted(),
    };
  }

  /** Moves all into place and removes what is over. Throws `WriteError`; the next run then finishes the work. */
  finish(): Written {
    const written = this.preview();
    this.#keepSiteNotes(written);
    const moves = inSafeOrder([...this.#stage.names.keys()]).map(
      (path) => [path, this.#stage.names.get(path) ?? ''] as const,
    );
    const clear = inTheWay(written.removed, written.written);
    const [blocked] = blockedPaths(this.#out, written.written, new Set(clear));
    if (blocked !== undefined)
      throw new WriteError(`${join(this.#out, blocked)}: something that no publish wrote is in its way. ${UNTOUCHED}`);
    const remove = [...written.removed, ...this.#droppedNotes];
    if (moves.length + remove.length > 0) {
      const journal = { clear, moves, remove };
      writeJournal(this.#out, journal);
      carryOut(this.#out, journal);
    }
    rmSync(join(this.#out, FRESH_MARK), { force: true });
    this.abandon();
    return written;
  }

  /** Leaves the site as it is, and the folder to others. */
  abandon(): void {
    this.#stage.clear();
    this.#lock.release();
  }

  /** Takes what a path added to the site out of the sums: what this run put there, else `old`, if that was part of it. */
  #leave(path: string, old: Buffer | null): void {
    const share =
      this.#puts.get(path) ?? (this.#wasPart(path) && !this.#taken.has(path) && old ? shareOf(path, old) : null);
    this.#puts.delete(path);
    if (!share) return;
    this.#sum.subtract(share.digest);
    this.#files--;
    this.#bytes -= share.bytes;
  }

  #join(path: string, share: Share): void {
    this.#taken.delete(path);
    this.#retired.delete(path);
    this.#puts.set(path, share);
    this.#sum.add(share.digest);
    this.#files++;
    this.#bytes += share.bytes;
  }

  /** Whether a file was part of the site before this run. */
  #wasPart(path: string): boolean {
    return !this.#isFresh && !this.#retired.has(path) && (isOwnData(path) || this.#beside.has(path));
  }

  *#leftOver(): Generator<string> {
    for (const path of ownDataIn(this.#out)) if (!this.#puts.has(path)) yield path;
    for (const path of this.#beside) if (!this.#puts.has(path)) yield path;
  }

  #keepSiteNotes({ retired, removed }: Written): void {
    const gone = new Set(removed);
    const since = [...this.#retired, ...retired.map((path): [string, number] => [path, this.#options.nowMs])];
    const left = new Set([...this.#taken, ...retired, ...gone]);
    const notes: SiteNotes = {
      sum: this.#sum.toString(),
      files: this.#files,
      bytes: this.#bytes,
      retired: since.filter(([path]) => !gone.has(path)).toSorted(byPath),
      beside: this.beside.filter((path) => !left.has(path)).toSorted(),
    };
    this.keepNote(SITE_NOTES, siteNotesBytes(notes));
  }
}

function shareOf(path: string, bytes: Buffer): Share {
  // The manifest names the generation, so it is no part of it.
  return { digest: path === MANIFEST ? 0n : fileDigest(path, sha256Of(bytes)), bytes: bytes.length };
}

function byPath([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return compareText(a, b);
}

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[\\/]/).includes('..') && !path.includes('\0');
}
