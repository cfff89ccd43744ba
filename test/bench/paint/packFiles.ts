import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A file as it goes out. */
export type PackedFile = {
  readonly body: Buffer;
  readonly etag: string;
  readonly type: string;
  readonly isBrotli: boolean;
  readonly kind: FileKind;
};

/** What a file is to a page. */
export type FileKind = 'html' | 'css' | 'script' | 'data' | 'other';

type Ending = { readonly type: string; readonly kind: FileKind };

const TEXT: Readonly<Record<string, Ending>> = {
  '.html': { type: 'text/html; charset=utf-8', kind: 'html' },
  '.css': { type: 'text/css; charset=utf-8', kind: 'css' },
  '.js': { type: 'text/javascript; charset=utf-8', kind: 'script' },
  '.json': { type: 'application/json; charset=utf-8', kind: 'data' },
  '.webmanifest': { type: 'application/manifest+json', kind: 'other' },
  '.xml': { type: 'application/xml', kind: 'other' },
  '.svg': { type: 'image/svg+xml', kind: 'other' },
  '.txt': { type: 'text/plain; charset=utf-8', kind: 'other' },
};
/** Beyond that, what compresses ahead of time takes less trouble. */
const LARGE_BYTES = 256 * 1024;

/** The file that answers for a path below a folder, or null. */
export function findFile(folder: string, path: string): string | null {
  const found = resolve(join(folder, path));
  if (found !== resolve(folder) && !found.startsWith(resolve(folder) + sep)) return null;
  const candidates = [found, `${found}.html`, join(found, 'index.html')];
  return candidates.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null;
}

/** Files read and compressed once, and kept. */
export function packFiles(): (file: string) => PackedFile {
  const packed = new Map<string, PackedFile>();
  return (file) => {
    const known = packed.get(file) ?? pack(file);
    packed.set(file, known);
    return known;
  };
}

function pack(file: string): PackedFile {
  const bytes = readFileSync(file);
  const ending = TEXT[extname(file)];
  const body = ending ? brotli(bytes) : bytes;
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`;
  // Chunks have no ending.
  const { type, kind } = ending ?? { type: 'application/octet-stream', kind: extname(file) ? 'other' : 'data' };
  return { body, etag, type, kind, isBrotli: ending !== undefined };
}

function brotli(bytes: Buffer): Buffer {
  const quality = bytes.byteLength > LARGE_BYTES ? 9 : 11;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}
