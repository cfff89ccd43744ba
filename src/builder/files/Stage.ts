import { mkdirSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The site folder cannot be written; the message names the file. */
export class WriteError extends Error {}

/**
 * Where the files of a run wait, inside the site folder, until all are written: a disk that is full by then has changed
 * nothing. Moving them into place needs no more room. What a killed run left waiting is cleared by the next.
 */
export class Stage {
  readonly #out: string;
  readonly #folder: string;
  readonly #waiting: string[] = [];
  readonly #folders = new Set<string>();

  /** `folder` is relative to `out`. */
  constructor(out: string, folder: string) {
    this.#out = out;
    this.#folder = join(out, folder);
    guard(this.#folder, UNTOUCHED, () => this.#clear());
  }

  /** Writes a file that will be at `path`. Throws `WriteError`, and then the site is as it was. */
  add(path: string, bytes: Buffer): void {
    guard(join(this.#out, path), UNTOUCHED, () => {
      try {
        this.#makeFolder(this.#folder);
        writeFileSync(this.#placeOf(this.#waiting.length), bytes);
      } catch (cause) {
        this.#clear(); // On a full disk nothing of ours stays behind.
        throw cause;
      }
    });
    this.#waiting.push(path);
  }

  /** How many files wait. */
  get size(): number {
    return this.#waiting.length;
  }

  /** Moves all into place, in the order they came. Throws `WriteError`; those moved before stay. */
  moveAll(): void {
    for (const [position, path] of this.#waiting.entries()) {
      const target = join(this.#out, path);
      guard(target, HALF_DONE, () => {
        this.#makeFolder(dirname(target));
        renameSync(this.#placeOf(position), target);
      });
    }
    guard(this.#folder, HALF_DONE, () => this.#clear());
  }

  #clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
    this.#waiting.length = 0;
  }

  // Another run at the same time must not take these files for its own.
  #placeOf(position: number): string {
    return join(this.#folder, `${process.pid}-${position}`);
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    makeFolder(folder);
    this.#folders.add(folder);
  }
}

/** Removes a file; one that is gone, or has become a folder, is left alone. Throws `WriteError`. */
export function removeFile(path: string): void {
  guard(path, HALF_DONE, () => {
    try {
      unlinkSync(path);
    } catch (cause) {
      if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(cause) ?? '')) throw cause;
    }
  });
}

/** The code of a system error, `ENOENT`; undefined for any other. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}

const UNTOUCHED = 'The site is as it was; free space or correct the permissions.';
const HALF_DONE = 'Some of its files are new already; correct the cause and publish again.';

function guard(path: string, remedy: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    throw new WriteError(`${path}: cannot be written (${String(cause)}). ${remedy}`, { cause });
  }
}

// With `recursive`, Node 20 never ends in a folder that is there and yet answers ENOENT, as /proc does.
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
