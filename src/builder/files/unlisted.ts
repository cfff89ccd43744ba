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

/**
 * What stays noted of a run until it has been handed over; what earlier ones did and told nobody is part of it already.
 * Files named by their content that came and went since the last list are left out: no host can have them, and the note
 * would grow with every publish. `added` are those that this run put where none was.
 */
export function yetToList({ written, removed }: Told, added: readonly string[], untold: Told | null): Told {
  const owed = new Set(untold?.removed); // A host has these, also when they come back.
  const unseen = new Set([...(untold?.added ?? []), ...added.filter((path) => !owed.has(path))]);
  const remaining = removed.filter((path) => !unseen.has(path));
  for (const path of removed) unseen.delete(path);
  return { written, removed: remaining, added: [...unseen] };
}
