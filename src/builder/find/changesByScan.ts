import { join } from 'node:path';
import type { FileNote } from '#builder/ledger/notes.ts';
import type { Progress } from '#builder/PublishRun.ts';
import { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { scanFolder } from './scanFolder.ts';
import { statsOf } from './statsOf.ts';

/** Where to look for changes, and what was noted. */
export type ScanRun = {
  readonly folder: string;
  readonly out: string;
  readonly site: Site;
  readonly noted: Iterable<readonly [path: string, note: FileNote]>;
  /** Told of folders that cannot be listed. What was noted of them counts as unchanged. */
  readonly report: Report;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

const FILES_AT_ONCE = 200;

/** The files of a folder whose size or time is not the noted one, and those that came or went, by walking all of it. */
export function changesByScan({ folder, out, site, noted, report, onProgress }: ScanRun): readonly string[] {
  const walked = new Report();
  const { posts, undated, others } = scanFolder(folder, site, {
    ...{ out, report: walked },
    onFound: (done) => onProgress?.({ phase: 'finding', done }),
  });
  // Of all else that is odd the publish told that read everything.
  report.takeUnread(walked.unread);
  const hidden = walked.unread.map(({ file }) => `${file}/`);
  const left = new Set([...posts, ...undated, ...others]);
  const changed: string[] = [];
  const total = left.size;
  for (const [path, { size, mtimeMs }] of noted) {
    if (hidden.some((unread) => path.startsWith(unread))) continue;
    if (left.size % FILES_AT_ONCE === 0) onProgress?.({ phase: 'comparing', done: total - left.size, total });
    const stats = left.delete(path) ? statsOf(join(folder, path)) : undefined;
    if (stats?.size !== size || Math.floor(stats.mtimeMs) !== mtimeMs) changed.push(path);
  }
  return [...changed, ...left].toSorted();
}
