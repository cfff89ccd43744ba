import { closeSync, fstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs';

// All files that fit are read into one buffer: a new one for each costs as much as reading it, and its memory later.
const SHARED = Buffer.allocUnsafeSlow(64 * 1024);

/** A file's bytes, to be used at once: they stand only until the next file is read. Throws as `readFileSync` does. */
export function borrowFile(path: string): Buffer {
  return opened(path, (file) => readAll(file, path));
}

/** The same with the file's size and times, which are asked before it is read. */
export function borrowWithStats(path: string): { readonly stats: Stats; readonly bytes: Buffer } {
  return opened(path, (file) => ({ stats: fstatSync(file), bytes: readAll(file, path) }));
}

/** Bytes to keep: those of a large file are nobody else's already. */
export function toKeep(borrowed: Buffer): Buffer {
  return borrowed.buffer === SHARED.buffer ? Buffer.from(borrowed) : borrowed;
}

function opened<T>(path: string, read: (file: number) => T): T {
  const file = openSync(path, 'r');
  try {
    return read(file);
  } finally {
    closeSync(file);
  }
}

function readAll(file: number, path: string): Buffer {
  let length = 0;
  for (let count = -1; count !== 0 && length < SHARED.length; length += count)
    count = readSync(file, SHARED, length, SHARED.length - length, null);
  return length < SHARED.length ? SHARED.subarray(0, length) : readFileSync(path);
}
