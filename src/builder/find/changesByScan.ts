import { lstatSync, type Stats } from 'node:fs';
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
  /** Told of folders that cannot be listed. What was noted of them counts as unchanged. */
  readonly report: Report;
};

/** The files of a folder whose size or time is not the noted one, and those that came or went, by walking all of it. */
export function changesByScan({ folder, out, site, noted, report }: ScanRun): readonly string[] {
  const walked = new Report();
  const { posts, undated, others } = scanFolder(folder, site, out, walked);
  // Of all else that is odd the publish told that read everything.
  report.take({
    ...new Report(),
    unread: walked.unread,
    problems: walked.unread.map((each) => ({ kind: 'file', ...each })),
  });
  const hidden = walked.unread.map(({ file }) => `${file}/`);
  const left = new Set([...posts, ...undated, ...others]);
  const changed: string[] = [];
  for (const [path, { size, mtimeMs }] of noted) {
    if (hidden.some((unread) => path.startsWith(unread))) continue;
    const stats = left.delete(path) ? statsOf(join(folder, path)) : undefined;
    if (stats?.size !== size || Math.floor(stats.mtimeMs) !== mtimeMs) changed.push(path);
  }
  return [...changed, ...left].toSorted();
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // It is looked at again before it counts as gone.
  }
}
