import { existsSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Holder, holderOf, thisProcess } from './lockHolder.ts';
import { makeFolder } from './Stage.ts';
import { codeOf, guard, NOTES_FOLDER, UNTOUCHED, WriteError } from './WriteError.ts';

/** Keeps a second publish off a site folder. A lock that nobody holds any more is taken over. */
export class Lock {
  readonly #out: string;
  readonly #path: string;
  readonly #aside: string;
  readonly #hadFolder: boolean;
  #isHeld = false;

  /** Throws `WriteError` while another publish holds the lock. */
  constructor(out: string) {
    this.#out = out;
    this.#path = join(out, NOTES_FOLDER, 'lock');
    this.#aside = `${this.#path}.dead`;
    this.#hadFolder = existsSync(out);
    guard(this.#path, UNTOUCHED, () => {
      makeFolder(dirname(this.#path));
      if (!this.#take()) this.#takeOver();
      rmSync(this.#aside, { force: true });
    });
    this.#isHeld = true;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Lets others in. Folders that were made for the lock, and hold nothing now, go with it. */
  release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    try {
      rmSync(this.#path, { force: true });
      rmdirSync(dirname(this.#path));
      if (!this.#hadFolder) rmdirSync(this.#out);
    } catch {
      // They are in use; or the disk fails, and a lock whose process is gone is nobody's.
    }
  }

  #take(): boolean {
    try {
      writeFileSync(this.#path, JSON.stringify(thisProcess()), { flag: 'wx' });
      return true;
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST') return false;
      throw cause;
    }
  }

  #takeOver(): void {
    this.#refuse(holderOf(this.#path));
    if (move(this.#path, this.#aside)) {
      const faster = holderOf(this.#aside);
      if (faster) move(this.#aside, this.#path); // Not the lock we saw: another publish took that over before us.
      this.#refuse(faster);
    }
    if (!this.#take())
      throw new WriteError(`${this.#out}: another publish has just begun. Try again when it has ended.`);
  }

  #refuse(holder: Holder | null): void {
    if (!holder) return;
    const found = `another publish is under way (process ${holder.pid} on ${holder.host})`;
    throw new WriteError(`${this.#out}: ${found}. Wait for it to end; if there is none, remove ${this.#path}.`);
  }
}

/** Moves a file; false when it is gone. */
function move(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return false;
    throw cause;
  }
}
