import type { Stamp } from '#builder/ledger/notes.ts';
import type { Report } from '#builder/report.ts';
import { borrowWithStats, toKeep } from './borrowFile.ts';
import { contentHash } from './contentHash.ts';
import { orReport } from './borrowOrReport.ts';

/** A file's bytes with its stamp. */
export type Stamped = { readonly bytes: Buffer; readonly stamp: Stamp };

/** Reads a file of the Jekyll folder to keep. Null, and a problem in the report, when it cannot be read. */
export function readStamped(folder: string, path: string, report: Report): Stamped | null {
  const file = borrowStamped(folder, path, report);
  return file && { bytes: toKeep(file.bytes), stamp: file.stamp };
}

/**
 * The same, with bytes to be used before the next file is read. The stamp is taken first: a file that changes meanwhile
 * looks changed to the next publish.
 */
export function borrowStamped(folder: string, path: string, report: Report): Stamped | null {
  const file = orReport(folder, path, { read: borrowWithStats, report });
  if (!file) return null;
  const { bytes, stats } = file;
  return { bytes, stamp: { size: stats.size, mtimeMs: Math.floor(stats.mtimeMs), hash: contentHash(bytes) } };
}
