import { gunzipSync, gzipSync } from 'node:zlib';
import { KEPT_SCREENS } from '#builder/ledger/Book.ts';
import type { LedgerFiles } from '#builder/ledger/Ledger.ts';
import type { Day } from '#shared/post.ts';
import type { Kept } from './PageMaker.ts';

/** The screens of a day's articles that a killed publish rendered, and where this one keeps what it renders. */
export type KeptScreens = Kept & { readonly save: () => void };

/**
 * Keeps rendered screens beside the notes of a publish that has just begun, day by day, so that the next run takes them
 * over when this one is killed. What is damaged is rendered again.
 */
export function keptScreens(files: LedgerFiles, day: Day): KeptScreens {
  const before = read(files, day);
  const now = new Map<string, string>();
  return {
    of: (key) => before.get(key),
    keep: (key, html) => void now.set(key, html),
    save: () => {
      const isNew = [...now.keys()].some((key) => !before.has(key));
      if (isNew) files.put(`${KEPT_SCREENS}/${day}`, gzipSync(JSON.stringify([...now]), { level: 1 }));
    },
  };
}

function read(files: LedgerFiles, day: Day): ReadonlyMap<string, string> {
  try {
    const bytes = files.read(`${KEPT_SCREENS}/${day}`);
    const pairs = bytes && (JSON.parse(gunzipSync(bytes).toString('utf8')) as [string, string][]); // Ours; see below.
    return new Map(pairs);
  } catch {
    return new Map();
  }
}
