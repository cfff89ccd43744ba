import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from './WriteError.ts';

/** The process that holds a lock, as the lock's file tells. */
export type Holder = { readonly pid: number; readonly host: string; readonly start: string };

const HOUR_MS = 3_600_000;
const WRITING_MS = 500;

/** This process, as a holder. */
export function thisProcess(): Holder {
  return { pid: process.pid, host: hostname(), start: startOf(process.pid) ?? '' };
}

/**
 * Who holds a lock now. Null when nobody does: there is no lock, its process is gone, also when another has its number
 * by now, or it was made on another machine, as a copied folder may hold, more than an hour ago.
 */
export function holderOf(path: string): Holder | null {
  const holder = readHolder(path) ?? readLater(path);
  return holder && isHeld(holder, path) ? holder : null;
}

function isHeld({ pid, host, start }: Holder, path: string): boolean {
  if (host === hostname()) return startOf(pid) === start;
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < HOUR_MS;
}

/** What tells a process from another of the same number; null when there is none of this number. */
function startOf(pid: number): string | null {
  try {
    // The 22nd field is the time since boot (proc(5)); the second may hold blanks, in brackets. The third is Z for one
    // that has ended, and that nobody has asked about: in a container that may be so for ever.
    const [, state, ticks] = /^.*\) (\S)(?: \S+){18} (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    if (state === 'Z') return null;
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

/** Who wrote a lock; null for one that is gone, or not written to its end. */
function readHolder(path: string): Holder | null {
  try {
    const { pid, host, start } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>; // Looked at in the next line.
    return Number.isInteger(pid) && pid && host !== undefined && start !== undefined ? { pid, host, start } : null;
  } catch {
    return null;
  }
}

/** The same, when whoever may be writing it has had time to. */
function readLater(path: string): Holder | null {
  if (!statSync(path, { throwIfNoEntry: false })) return null;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WRITING_MS);
  return readHolder(path);
}
