import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Chunk, FORMAT } from '#shared/archive.ts';
import { spreadDigits } from '#shared/hash.ts';
import type { Day } from '#shared/post.ts';

/** What decides where a chunk ends: an article's folded address, and the bytes of its JSON. */
export type Measured = { readonly folded: string; readonly sizeBytes: number };

/** A chunk as it is stored, named by the SHA-256 of its JSON. */
export type PackedChunk = { readonly hash: string; readonly bytes: Buffer };

const MIN_POSTS = 8;
const MAX_POSTS = 24;
const MAX_BYTES = 96 * 1024;

/**
 * Cuts a day's articles, in order of time, into chunks. Borders depend on the addresses beside them, not on the count
 * from the day's start, so that one more post changes about two chunks.
 */
export function cutChunks<T extends Measured>(articles: readonly T[]): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  let open: T[] = [];
  let openBytes = 0;
  for (const listed of articles) {
    if (open.length > 0 && closesBefore(listed, open.length, openBytes + listed.sizeBytes)) {
      chunks.push(open);
      open = [];
      openBytes = 0;
    }
    open.push(listed);
    openBytes += listed.sizeBytes;
  }
  return open.length > 0 ? [...chunks, open] : chunks;
}

/** The articles of a chunk, each as its JSON, hashed and packed. The same articles give the same bytes. */
export function packChunk(day: Day, articles: readonly string[]): PackedChunk {
  const chunk: Omit<Chunk, 'articles'> = { format: FORMAT, day };
  const json = joined(`${JSON.stringify(chunk).slice(0, -1)},"articles":[`, articles, ']}');
  const bytes = gzipSync(json, { level: 6 });
  bytes[9] = 255; // The gzip header's "made on" byte differs between systems; 255 means unknown (RFC 1952, 2.3.1).
  return { hash: hash('sha256', json), bytes };
}

const MAX_BYTES_A_UNIT = 3;
// All chunks that fit are written into one buffer: a new one for each is memory to be cleared, and to be collected.
const SHARED = Buffer.allocUnsafeSlow(MAX_BYTES_A_UNIT * 2 * MAX_BYTES);

/** Texts with commas between them, as UTF-8, to be used before the next are joined. */
function joined(head: string, texts: readonly string[], tail: string): Buffer {
  const units = texts.reduce((sum, { length }) => sum + length + 1, head.length + tail.length);
  const isShared = units * MAX_BYTES_A_UNIT <= SHARED.length;
  const target = isShared ? SHARED : Buffer.allocUnsafeSlow(units * MAX_BYTES_A_UNIT);
  let end = target.write(head);
  for (const [index, text] of texts.entries()) {
    if (index > 0) end += target.write(',', end);
    end += target.write(text, end);
  }
  end += target.write(tail, end);
  return target.subarray(0, end);
}

function closesBefore(listed: Measured, count: number, bytesWithIt: number): boolean {
  if (count >= MAX_POSTS || bytesWithIt > MAX_BYTES) return true;
  return count >= MIN_POSTS && Number.parseInt(spreadDigits(listed.folded).slice(-1), 16) % 8 === 0;
}
