import { join } from 'node:path';
import type { Report } from '#builder/report.ts';
import { borrowFile } from './borrowFile.ts';

/**
 * A file's bytes, to be used before the next file is read; null, and a problem in the report, when it cannot be read.
 */
export function readOrReport(folder: string, path: string, report: Report): Buffer | null {
  try {
    return borrowFile(join(folder, path));
  } catch (cause) {
    report.addUnread(path, cause);
    return null;
  }
}
