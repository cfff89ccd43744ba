import { createHash } from 'node:crypto';

/** What tells one content from another: 16 hexadecimal digits of its SHA-256. */
export function contentHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
