import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '#builder/report.ts';

/** A file's bytes; null, and a problem in the report, when it cannot be read. */
export function readOrReport(folder: string, path: string, report: Report): Buffer | null {
  try {
    return readFileSync(join(folder, path));
  } catch (cause) {
    report.addUnread(path, cause);
    return null;
  }
}
