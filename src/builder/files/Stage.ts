import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Of } from './ContentSum.ts';
import { codeOf, guard, STAGE_FOLDER, UNTOUCHED } from './WriteError.ts';

/**
 * Where the files of a run wait, inside the site folder, until all are written: a disk that is full by then has changed
 * nothing. Moving them into place needs no more room. A waiting file's name ends in the hash of its bytes.
 */
export class Stage {
  readonly #out: string;
  readonly #folder: string;
  readonly #names = new Map<string, string>();
  #added = 0;
  #isMade = false;

  constructor(out: string) {
    this.#out = out;
    this.#folder = join(out, STAGE_FOLDER);
  }

  /** Paths of the waiting files, in the order they came. */
  paths(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** A waiting file's name in the stage. */
  nameOf(path: string): string {
    const name = this.#names.get(path);
    if (name === undefined) throw new Error(`No file waits for ${path}.`);
    return name;
  }

  /** Writes a file that will be at `path`, in the place of one that waits there. Throws `WriteError`; the site is as it was. */
  add(path: string, bytes: Buffer, sha256 = sha256Of(bytes)): void {
    const name = `${this.#added++}-${sha256}`;
    guard(join(this.#out, path), UNTOUCHED, () => {
      try {
        if (!this.#isMade) makeFolder(this.#folder);
        this.#isMade = true;
        writeFileSync(join(this.#folder, name), bytes);
        this.drop(path);
      } catch (cause) {
        this.clear(); // On a full disk nothing of ours stays behind.
        throw cause;
      }
    });
    this.#names.set(path, name);
  }

  /** A waiting file's bytes, or null. */
  read(path: string): Buffer | null {
    const name = this.#names.get(path);
    return name === undefined
      ? null
      : guard(join(this.#folder, name), UNTOUCHED, () => readFileSync(join(this.#folder, name)));
  }

  /** Takes a waiting file back. */
  drop(path: string): void {
    const name = this.#names.get(path);
    if (name !== undefined) rmSync(join(this.#folder, name), { force: true });
    this.#names.delete(path);
  }

  /** Removes all that waits, and what a killed run left waiting. Throws `WriteError`. */
  clear(): void {
    this.#names.clear();
    this.#isMade = false;
    guard(this.#folder, UNTOUCHED, () => rmSync(this.#folder, { recursive: true, force: true }));
  }
}

/** The hash of the bytes of a waiting file, by its name. */
export function hashInName(name: string): string {
  return name.slice(name.indexOf('-') + 1);
}

/** Makes a folder and those it lies in. With `recursive`, Node 20 never ends where a folder answers ENOENT, as in /proc. */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST' || !isFolder(folder)) throw cause; // Else another program was faster.
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

let counter = 0;

/** Puts a file into place at once, whole or not at all. For files that nothing names yet. Throws `WriteError`. */
export function placeNow(out: string, path: string, bytes: Buffer): void {
  const target = join(out, path);
  guard(target, UNTOUCHED, () => {
    const waiting = join(out, STAGE_FOLDER, `now-${counter++}`);
    makeFolder(dirname(waiting));
    try {
      writeFileSync(waiting, bytes);
      makeFolder(dirname(target));
      renameSync(waiting, target);
    } catch (cause) {
      rmSync(waiting, { force: true });
      throw cause;
    }
  });
}
