import { readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from './Stage.ts';
import { codeOf, guard, NOTES_FOLDER, UNTOUCHED, WriteError } from './WriteError.ts';

type Holder = { readonly pid: number; readonly host: string; readonly start: string };

const HOUR_MS = 3_600_000;

/**
 * Keeps a second publish off a site folder. A lock whose process is gone is taken over, also when another process has
 * its number by now; one made on another machine, as a copied folder may hold, after an hour.
 */
export class Lock {
  readonly #path: string;
  #isHeld = false;
  /** Folders that the lock was the first to lie in. */
  #made: readonly string[] = [];

  /** Throws `WriteError` while another publish holds the lock. */
  constructor(out: string) {
    this.#path = join(out, NOTES_FOLDER, 'lock');
    guard(this.#path, UNTOUCHED, () => {
      this.#made = makeFolder(dirname(this.#path));
      if (!this.#take()) this.#takeOver(out);
    });
    this.#isHeld = true;
  }

  /** Leaves no folder behind in which nothing was put. */
  release(): void {
    if (this.#isHeld) rmSync(this.#path, { force: true });
    this.#isHeld = false;
    for (const folder of this.#made.toReversed()) {
      try {
        rmdirSync(folder);
      } catch {
        return; // Something was put there.
      }
    }
  }

  #take(): boolean {
    const holder: Holder = { pid: process.pid, host: hostname(), start: startOf(process.pid) ?? '' };
    try {
      writeFileSync(this.#path, JSON.stringify(holder), { flag: 'wx' });
      return true;
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST') return false;
      throw cause;
    }
  }

  #takeOver(out: string): void {
    const holder = readHolder(this.#path);
    if (holder && isHeld(holder, this.#path)) {
      const remedy = `Wait for it to end; if there is none, remove ${this.#path}.`;
      throw new WriteError(`${out}: another publish is under way (process ${holder.pid} on ${holder.host}). ${remedy}`);
    }
    rmSync(this.#path, { force: true });
    if (!this.#take()) throw new WriteError(`${out}: another publish has just begun. Try again when it has ended.`);
  }
}

function isHeld({ pid, host, start }: Holder, path: string): boolean {
  if (host !== hostname()) return Date.now() - statSync(path).mtimeMs < HOUR_MS;
  return startOf(pid) === start;
}

/** What tells a process from another of the same number; null when there is none of this number. */
function startOf(pid: number): string | null {
  try {
    // The 22nd field is the time since boot (proc(5)); the second may hold blanks, in brackets.
    const [, ticks] = /^.*\)(?: \S+){19} (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return isAlive(pid) ? '' : null; // No such process, or no Linux.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

/** Who holds a lock; null for one that was not written to its end. */
function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder; // Ours; of another form it holds nothing.
  } catch {
    return null;
  }
}
