import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '#builder/report.ts';

/** The site folder cannot be written; the message names the file. */
export class WriteError extends Error {}

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
 * Puts files into a site folder: only those whose bytes differ from what lies there, each written beside and renamed,
 * and afterwards takes away what an earlier run wrote and this one did not. Files it never wrote stay.
 */
export class SiteWriter {
  readonly #out: string;
  readonly #hashes = new Map<string, string>();
  readonly #folders = new Set<string>();
  #bytes = 0;
  #written = 0;

  constructor(out: string) {
    this.#out = out;
  }

  /** Puts one file. Its path has forward slashes and stays inside the folder. Throws `WriteError`. */
  put(path: string, bytes: Buffer): void {
    this.#note(path, bytes);
    if (this.#holds(path, bytes)) return;
    this.#write(path, bytes);
    this.#written++;
  }

  /** A hash of all files put so far, whatever the order. */
  contentHash(): string {
    const hash = createHash('sha256');
    for (const [path, digest] of [...this.#hashes].toSorted(([a], [b]) => compareText(a, b)))
      hash.update(`${path}\0${digest}\0`);
    return hash.digest('hex').slice(0, 32);
  }

  /** What a file holds now, or null. */
  read(path: string): Buffer | null {
    try {
      return readFileSync(join(this.#out, path));
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return null;
      throw new WriteError(`${join(this.#out, path)}: cannot be read (${String(cause)}).`, { cause });
    }
  }

  /** Removes what the last run left and this one did not put, and notes what is there now. */
  finish(): Written {
    const before = this.read(STATE_FILE)?.toString('utf8').split('\n').filter(isInside) ?? [];
    const gone = before.filter((path) => path !== '' && !this.#hashes.has(path));
    for (const path of gone) this.#remove(path);
    const files = [...this.#hashes.keys()].toSorted(compareText);
    const state = Buffer.from(`${files.join('\n')}\n`);
    if (!this.#holds(STATE_FILE, state)) this.#write(STATE_FILE, state);
    return { files: files.length, bytes: this.#bytes, written: this.#written, removed: gone.length };
  }

  #note(path: string, bytes: Buffer): void {
    if (!isInside(path)) throw new Error(`A file outside the site folder was to be written: ${path}`);
    this.#hashes.set(path, createHash('sha256').update(bytes).digest('base64'));
    this.#bytes += bytes.length;
  }

  #holds(path: string, bytes: Buffer): boolean {
    return this.read(path)?.equals(bytes) ?? false;
  }

  #write(path: string, bytes: Buffer): void {
    const target = join(this.#out, path);
    const beside = `${target}.${process.pid}.tmp`;
    try {
      this.#makeFolder(dirname(target));
      writeFileSync(beside, bytes);
      renameSync(beside, target);
    } catch (cause) {
      removeIfThere(beside);
      throw new WriteError(
        `${target}: cannot be written (${String(cause)}). The site is as it was; free space or correct the permissions.`,
        { cause },
      );
    }
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
  }

  #remove(path: string): void {
    rmSync(join(this.#out, path), { force: true });
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
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

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The write has failed already, and for the same reason; that is what gets reported.
  }
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
