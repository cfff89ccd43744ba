const OFFSET_BASIS = [0xcbf2, 0x9ce4, 0x8422, 0x2325] as const;

const utf8 = new TextEncoder();

/**
 * The 64-bit FNV-1a hash of a text's UTF-8 bytes, as 16 lower-case hex digits.
 *
 * Synchronous and the same everywhere, because a page on plain http has no `crypto.subtle`. It names keys and
 * chooses borders; it protects nothing. Source: draft-eastlake-fnv, 64-bit prime 2^40 + 0x1b3.
 */
export function fnv1a64(text: string): string {
  // Four limbs of 16 bits, highest first: products stay below 2^53, and this is many times faster than BigInt.
  let [a, b, c, d]: [number, number, number, number] = [...OFFSET_BASIS];
  for (const byte of utf8.encode(text)) {
    d ^= byte;
    // x * (2^40 + 0x1b3): the 0x1b3 part limb by limb, the 2^40 part as a shift by two limbs and 8 bits.
    const lowD = d * 0x1b3;
    const lowC = c * 0x1b3 + (lowD >>> 16);
    const lowB = b * 0x1b3 + Math.floor(lowC / 0x10000) + ((d << 8) & 0xffff);
    const lowA = a * 0x1b3 + Math.floor(lowB / 0x10000) + (d >>> 8) + ((c << 8) & 0xffff);
    d = lowD & 0xffff;
    c = lowC & 0xffff;
    b = lowB & 0xffff;
    a = lowA & 0xffff;
  }
  return [a, b, c, d].map((limb) => limb.toString(16).padStart(4, '0')).join('');
}

/**
 * Eight hex digits of the same hash, each of them evenly spread: what decides into which of several files a text falls.
 *
 * The first digits of FNV-1a hardly change with a text's last characters, and addresses of one day differ only there.
 * So both halves are folded into one, as FNV's authors advise, and mixed by the last step of MurmurHash3 (fmix32).
 */
export function spreadDigits(text: string): string {
  const hash = fnv1a64(text);
  let mixed = Number.parseInt(hash.slice(0, 8), 16) ^ Number.parseInt(hash.slice(8), 16);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
