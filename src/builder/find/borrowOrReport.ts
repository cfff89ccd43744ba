import { join } from 'node:path';
import type { Report } from '#builder/report.ts';
import { borrowFile } from './borrowFile.ts';

/**
 * A file's bytes, to be used before the next file is read; null, and a problem in the report, when it cannot be read.
 */
export function borrowOrReport(folder: string, path: string, report: Report): Buffer | null {
  return orReport(folder, path, { read: borrowFile, report });
}

/** What is read of a file; null, and a problem in the report, when it cannot be read. */
export function orReport<T>(
  folder: string,
  path: string,
  { read, report }: { readonly read: (absolute: string) => T; readonly report: Report },
): T | null {
  try {
    return read(join(folder, path));
  } catch (cause) {
    report.addUnread(path, cause);
    return null;
  }
}
