import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guard, STAGE_FOLDER, UNTOUCHED } from './WriteError.ts';

/**
 * Where the files of a run wait, inside the site folder, until all are written: a disk that is full by then has changed
 * nothing. Moving them into place needs no more room.
 */
export class Stage {
  readonly #out: string;
  readonly #folder: string;
  readonly #names = new Map<string, string>();
  readonly #folders = new Set<string>();
  #added = 0;

  constructor(out: string) {
    this.#out = out;
    this.#folder = join(out, STAGE_FOLDER);
  }

  /** The waiting files: path → name in the stage, in the order they came. */
  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  /** Writes a file that will be at `path`, in the place of one that waits there. Throws `WriteError`; the site is as it was. */
  add(path: string, bytes: Buffer): void {
    const name = this.#names.get(path) ?? String(this.#added++);
    guard(join(this.#out, path), UNTOUCHED, () => {
      try {
        this.#makeFolder(this.#folder);
        writeFileSync(join(this.#folder, name), bytes);
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
    return name === undefined ? null : readFileSync(join(this.#folder, name));
  }

  /** Takes a waiting file back. */
  drop(path: string): void {
    this.#names.delete(path);
  }

  /** Removes all that waits. */
  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
    this.#names.clear();
    this.#folders.clear();
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    makeFolder(folder);
    this.#folders.add(folder);
  }
}

/**
 * Makes a folder and those it lies in; gives those that it made. With `recursive`, Node 20 never ends where a folder
 * answers ENOENT, as in /proc.
 */
export function makeFolder(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const made = makeFolder(dirname(folder));
  mkdirSync(folder);
  return [...made, folder];
}

let counter = 0;

/** Puts a file into place at once, whole or not at all. For files that nothing names yet. Throws `WriteError`. */
export function placeNow(out: string, path: string, bytes: Buffer): void {
  const target = join(out, path);
  guard(target, UNTOUCHED, () => {
    makeFolder(dirname(target));
    const beside = `${target}.${process.pid}-${counter++}.tmp`;
    try {
      writeFileSync(beside, bytes);
      renameSync(beside, target);
    } catch (cause) {
      rmSync(beside, { force: true });
      throw cause;
    }
  });
}
