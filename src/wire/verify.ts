import { FormatError } from './errors.ts';

/**
 * Throws `FormatError` unless the bytes have this SHA-256. On plain http, where browsers offer no hashing, it lets them
 * pass: gzip has its own check against damage, and http protects from nobody anyway.
 */
export async function verify(bytes: ArrayBuffer, sha256: string, url: string): Promise<void> {
  // The types say that `subtle` is always there; outside secure contexts it is not.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return;
  // A view, because the buffer itself may come from another realm (in jsdom it does), where `subtle` refuses it.
  const digest = new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256) throw new FormatError(url, 'SHA-256', found);
}
