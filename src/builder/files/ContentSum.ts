import { hash } from 'node:crypto';

const MODULUS = 1n << 256n;

/**
 * A hash of a set of files that can be revised: the sum of their hashes, so that neither order nor history count, and a
 * file that changes costs no look at the others. It names a generation; it protects nothing.
 */
export class ContentSum {
  #sum: bigint;

  /** `text` is that of another sum. */
  constructor(text = '0') {
    this.#sum = BigInt(`0x${text}`);
  }

  /** Adds a file by what `fileDigest` says of it. */
  add(digest: bigint): void {
    this.#sum = (this.#sum + digest) % MODULUS;
  }

  /** Takes a file out again. */
  subtract(digest: bigint): void {
    this.#sum = (this.#sum + MODULUS - digest) % MODULUS;
  }

  toString(): string {
    return this.#sum.toString(16);
  }

  /** 32 hexadecimal digits that name the set. */
  name(): string {
    return hash('sha256', this.toString()).slice(0, 32);
  }
}

/** What a file adds to the sum, given the SHA-256 of its bytes in hexadecimal. */
export function fileDigest(path: string, sha256: string): bigint {
  return BigInt(`0x${hash('sha256', `${path}\0${sha256}`)}`);
}

/** The SHA-256 of bytes, in hexadecimal. */
export function sha256Of(bytes: Buffer): string {
  return hash('sha256', bytes);
}
