import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What lies in a site folder. */
export type SiteFigures = { readonly files: number; readonly bytes: number; readonly written: number };

/** A file system may count time in steps of that many milliseconds. */
const CLOCK_STEP_MS = 20;

/** Counts the files of a site, the builder's own notes aside, and those written since a time. */
export function siteFigures(folder: string, sinceMs: number): SiteFigures {
  let [files, bytes, written] = [0, 0, 0];
  const folders = [folder];
  for (let within = folders.pop(); within !== undefined; within = folders.pop())
    for (const found of readdirSync(within, { withFileTypes: true })) {
      const path = join(within, found.name);
      if (found.isDirectory()) {
        if (found.name !== '.broadsheet') folders.push(path);
        continue;
      }
      const { size, mtimeMs } = statSync(path);
      files++;
      bytes += size;
      if (mtimeMs >= sinceMs - CLOCK_STEP_MS) written++;
    }
  return { files, bytes, written };
}
