import { borrowStamped } from '#builder/find/readStamped.ts';
import type { Stamp } from '#builder/ledger/notes.ts';
import { boundPost } from '#builder/post/boundPost.ts';
import { detached } from '#builder/post/detached.ts';
import { type Post, readPost } from '#builder/post/readPost.ts';
import { Report } from '#builder/report.ts';
import type { SightRun } from './sightPosts.ts';

/**
 * Reads posts as placing needs them: null for what is gone, no post, or not to be shown now. The stamps of all files
 * that were read are gathered in `stamps`.
 */
export function postReader(
  { folder, site, nowMs }: SightRun,
  stamps = new Map<string, Stamp>(),
): (path: string, report: Report) => Post | null {
  return (path, report) => {
    const file = borrowStamped(folder, path, report);
    if (!file) return null;
    stamps.set(path, file.stamp);
    const post = readPost(path, file.bytes, site, { nowMs, report });
    return post && detached(boundPost(post, report));
  };
}

/** Reads posts that others ask for: what is odd in them is told elsewhere, but not that they cannot be read. */
export function readerForOthers(
  read: ReturnType<typeof postReader>,
  report: Report,
): (path: string) => ReturnType<typeof read> {
  return (path) => {
    const found = new Report();
    const post = read(path, found);
    report.takeUnread(found.unread);
    return post;
  };
}
