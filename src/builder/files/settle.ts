import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Inventory } from './Inventory.ts';
import { inTheWay } from './inTheWay.ts';
import type { Told } from './journal.ts';
import { inSafeOrder, isNamedByHash } from './moveOrder.ts';
import { isNote } from './Notes.ts';
import type { Retired } from './Retired.ts';

/** What a run did to the site folder. */
export type Written = {
  /** Files of the site and their bytes, whether written by this run or before. */
  readonly files: number;
  readonly bytes: number;
  /** Paths that were put in place, in an order that is safe to upload in: what is named comes before what names it. */
  readonly written: readonly string[];
  /** Paths that ceased to be part of the site, but stay for a while. */
  readonly retired: readonly string[];
  /** Paths that were removed: their time was over. */
  readonly removed: readonly string[];
};

/** What a run has come to when all is put. */
export type Ended = {
  readonly out: string;
  readonly inventory: Inventory;
  readonly retired: Retired;
  readonly keepMs: number;
  /** Files of earlier runs that may have ceased to be part of the site. */
  readonly earlier: Iterable<string>;
  /** Paths of files that wait, and of those that are in place already. */
  readonly waiting: readonly string[];
  readonly placed: readonly string[];
  /** What earlier runs did and told nobody. */
  readonly untold: Told | null;
};

/**
 * Retires what is no longer part of the site, and forgets of the retired what is to be removed. Pages and feeds go at
 * once: they name nothing that readers of an older site still need, and would go on showing what was withdrawn.
 */
export function settle({ out, inventory, retired, ...run }: Ended): Written {
  const leaving = [...new Set(run.earlier)].filter(
    (path) => !inventory.has(path) && !retired.has(path) && isFile(join(out, path)),
  );
  for (const path of leaving) retired.add(path);
  const due = [...leaving.filter(isDocument), ...retired.due(run.keepMs)];
  const removed = [...new Set([...due, ...inTheWay(retired.paths(), run.waiting)])];
  for (const path of removed) retired.drop(path);
  const isGone = new Set(removed);
  const isThere = (path: string) => !retired.has(path) && isFile(join(out, path));
  const untold = run.untold?.written.filter((path) => !isGone.has(path) && isThere(path)) ?? [];
  const written = new Set([...untold, ...run.placed, ...run.waiting]);
  const isLost = (path: string) => !written.has(path) && !isFile(join(out, path));
  const gone = [...removed, ...(run.untold?.removed.filter(isLost) ?? [])];
  return {
    files: inventory.files,
    bytes: inventory.bytes,
    written: inSafeOrder([...written].filter((path) => !isNote(path) && inventory.has(path))),
    retired: leaving.filter((path) => !isGone.has(path)).toSorted(),
    removed: [...new Set(gone)].filter((path) => !isNote(path)).toSorted(),
  };
}

function isDocument(path: string): boolean {
  return /(?:\.html|(?:^|\/)feed\.(?:xml|json))$/.test(path) && !isNamedByHash(path);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
