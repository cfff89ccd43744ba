import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './UsageError.ts';

/**
 * Throws `UsageError` when no post is left to publish over a site that has some: a folder that was not mounted, or a
 * setting that names no folder, must not take a site offline.
 */
export function refuseEmptying(folder: string, out: string, count: number): void {
  if (count > 0 || !existsSync(join(out, 'data', 'posts'))) return;
  const remedy = `Check the folder and its settings; to publish an empty site, remove ${out} first.`;
  throw new UsageError(`${folder}: no posts, and ${out} holds a site with posts, which was left as it is. ${remedy}`);
}
