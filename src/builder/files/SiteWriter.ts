import { createHash } from 'node:crypto';
import { readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '#builder/report.ts';
import { codeOf, removeFile, Stage, WriteError } from './Stage.ts';

/** What a run did to the site folder. */
export type Written = {
  readonly files: number;
  readonly bytes: number;
  readonly written: number;
  readonly removed: number;
};

const STATE_FOLDER = '.broadsheet';
const STATE_FILE = `${STATE_FOLDER}/files`;

/**
 * Puts files into a site folder: only those whose bytes differ from what lies there, all written aside before the first
 * is moved into place, and afterwards takes away what an earlier run wrote and this one did not. Files it never wrote
 * stay.
 */
export class SiteWriter {
  readonly #out: string;
  readonly #hashes = new Map<string, string>();
  readonly #stage: Stage;
  #bytes = 0;

  /** Throws `WriteError` when what an earlier run left unfinished cannot be cleared. */
  constructor(out: string) {
    this.#out = out;
    this.#stage = new Stage(out, `${STATE_FOLDER}/new`);
  }

  /** Puts one file, to be seen after `finish`. Its path has forward slashes and stays inside. Throws `WriteError`. */
  put(path: string, bytes: Buffer): void {
    this.#note(path, bytes);
    if (!this.#holds(path, bytes)) this.#stage.add(path, bytes);
  }

  /** A hash of all files put so far, whatever the order. */
  contentHash(): string {
    const hash = createHash('sha256');
    for (const [path, digest] of [...this.#hashes].toSorted(([a], [b]) => compareText(a, b)))
      hash.update(`${path}\0${digest}\0`);
    return hash.digest('hex').slice(0, 32);
  }

  /** What a file holds before `finish`, or null. */
  read(path: string): Buffer | null {
    try {
      return readFileSync(join(this.#out, path));
    } catch (cause) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(cause) ?? '')) return null;
      throw new WriteError(`${join(this.#out, path)}: cannot be read (${String(cause)}).`, { cause });
    }
  }

  /**
   * Moves all into place in the order they were put, removes what the last run left and this one did not put, and notes
   * what is there now. Throws `WriteError`; the next run then finishes the work.
   */
  finish(): Written {
    const paths = [...this.#hashes.keys()];
    const written = this.#stage.size;
    const before = this.read(STATE_FILE)?.toString('utf8').split('\n').filter(isInside) ?? [];
    const gone = before.filter((path) => path !== '' && !this.#hashes.has(path));
    // Killed from here on, the next run knows of everything that may lie here.
    this.#stateStage('before', [...paths, ...gone]).moveAll();
    const after = this.#stateStage('after', paths);
    const inTheWay = new Set(this.#inTheWay(gone));
    for (const path of inTheWay) this.#remove(path);
    this.#stage.moveAll();
    for (const path of gone) if (!inTheWay.has(path)) this.#remove(path);
    after.moveAll();
    return { files: paths.length, bytes: this.#bytes, written, removed: gone.length };
  }

  #note(path: string, bytes: Buffer): void {
    if (!isInside(path)) throw new Error(`A file outside the site folder was to be written: ${path}`);
    this.#hashes.set(path, createHash('sha256').update(bytes).digest('base64'));
    this.#bytes += bytes.length;
  }

  #holds(path: string, bytes: Buffer): boolean {
    return this.read(path)?.equals(bytes) ?? false;
  }

  /** Of old files those that stand where a folder must be, or in a folder where a file must be. */
  #inTheWay(gone: readonly string[]): readonly string[] {
    if (gone.length === 0) return [];
    const folders = new Set([...this.#hashes.keys()].flatMap(foldersOf));
    return gone.filter((path) => folders.has(path) || foldersOf(path).some((folder) => this.#hashes.has(folder)));
  }

  #stateStage(name: string, paths: readonly string[]): Stage {
    const stage = new Stage(this.#out, `${STATE_FOLDER}/${name}`);
    const state = Buffer.from(`${paths.toSorted(compareText).join('\n')}\n`);
    if (!this.#holds(STATE_FILE, state)) stage.add(STATE_FILE, state);
    return stage;
  }

  #remove(path: string): void {
    removeFile(join(this.#out, path));
    for (const folder of foldersOf(path)) {
      try {
        rmdirSync(join(this.#out, folder));
      } catch {
        return; // Not empty: something else lives here.
      }
    }
  }
}

// The list of a damaged state file must not lead outside.
function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[\\/]/).includes('..') && !path.includes('\0');
}

/** The folders a path lies in, the innermost first. */
function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_name, index) => names.slice(0, names.length - index).join('/'));
}
