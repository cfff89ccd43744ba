import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { FileNote } from '#builder/ledger/notes.ts';
import { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { scanFolder } from './scanFolder.ts';

/** Where to look for changes, and what was noted. */
export type ScanRun = {
  readonly folder: string;
  readonly out: string;
  readonly site: Site;
  readonly noted: Iterable<readonly [path: string, note: FileNote]>;
};

/** The files of a folder whose size or time is not the noted one, and those that came or went, by walking all of it. */
export function changesByScan({ folder, out, site, noted }: ScanRun): readonly string[] {
  const { posts, undated, others } = scanFolder(folder, site, out, new Report());
  const left = new Set([...posts, ...undated, ...others]);
  const changed: string[] = [];
  for (const [path, { size, mtimeMs }] of noted) {
    const stats = left.delete(path) ? lstatSync(join(folder, path), { throwIfNoEntry: false }) : undefined;
    if (stats?.size !== size || Math.floor(stats.mtimeMs) !== mtimeMs) changed.push(path);
  }
  return [...changed, ...left].toSorted();
}
