import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal, Told } from './journal.ts';
import { readBefore } from './readBefore.ts';
import { unseal } from './sealed.ts';
import { guard, HALF_DONE, UNLISTED_FILE } from './WriteError.ts';

/** What was done to a site folder, and should have been listed, but was handed to nobody yet. Throws `WriteError`. */
export function readUnlisted(out: string): Told | null {
  const bytes = readBefore(join(out, UNLISTED_FILE));
  return (bytes && (unseal(bytes) as Journal | null)?.list) ?? null; // A journal that was carried out.
}

/** Forgets it, since it has been handed over. Throws `WriteError`. */
export function dropUnlisted(out: string): void {
  guard(join(out, UNLISTED_FILE), HALF_DONE, () => rmSync(join(out, UNLISTED_FILE), { force: true }));
}
