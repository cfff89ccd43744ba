const utf8 = new TextEncoder();

/**
 * The 64-bit FNV-1a hash of a text's UTF-8 bytes, as 16 lower-case hex digits.
 *
 * Synchronous and the same everywhere, because a page on plain http has no `crypto.subtle`. It names keys and
 * chooses borders; it protects nothing. Source: draft-eastlake-fnv, 64-bit prime 2^40 + 0x1b3.
 */
export function fnv1a64(text: string): string {
  const { high, low } = hashOf(text);
  return hex32(high) + hex32(low);
}

/** The first 52 bits of the same hash, as a number. */
export function fnv1a52(text: string): number {
  const { high, low } = hashOf(text);
  return high * 0x100000 + (low >>> 12);
}

/**
 * Eight hex digits of the same hash, each of them evenly spread: what decides into which of several files a text falls.
 *
 * The first digits of FNV-1a hardly change with a text's last characters, and addresses of one day differ only there.
 * So both halves are folded into one, as FNV's authors advise, and mixed by the last step of MurmurHash3 (fmix32).
 */
export function spreadDigits(text: string): string {
  const { high, low } = hashOf(text);
  let mixed = high ^ low;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return hex32((mixed ^ (mixed >>> 16)) >>> 0);
}

type Hash = { readonly high: number; readonly low: number };

// Two halves of 32 bits: products stay below 2^53, and this is many times faster than BigInt.
function hashOf(text: string): Hash {
  const bytes = ASCII.test(text) ? null : utf8.encode(text);
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let at = 0; at < (bytes ?? text).length; at++) {
    low = (low ^ (bytes ? (bytes[at] ?? 0) : text.charCodeAt(at))) >>> 0;
    // x * (2^40 + 0x1b3): the 0x1b3 part half by half, the 2^40 part as a shift by one half and 8 bits.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return { high, low };
}

const ASCII = /^[\0-\x7f]*$/;

function hex32(value: number): string {
  return value.toString(16).padStart(8, '0');
}
