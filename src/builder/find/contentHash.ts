import { hash } from 'node:crypto';

/** What tells one content from another: 16 hexadecimal digits of its SHA-256. */
export function contentHash(bytes: Buffer): string {
  return hash('sha256', bytes).slice(0, 16);
}
