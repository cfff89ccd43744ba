import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

// All files that fit are read into one buffer: a new one for each costs as much as reading it, and its memory later.
const SHARED = Buffer.allocUnsafeSlow(64 * 1024);

/** A file's bytes, to be used at once: they stand only until the next file is read. Throws as `readFileSync` does. */
export function borrowFile(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let count = -1; count !== 0 && length < SHARED.length; length += count)
      count = readSync(file, SHARED, length, SHARED.length - length, null);
    return length < SHARED.length ? SHARED.subarray(0, length) : Buffer.concat([SHARED, readFileSync(file)]);
  } finally {
    closeSync(file);
  }
}
