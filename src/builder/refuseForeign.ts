import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './UsageError.ts';

/**
 * Throws `UsageError` when the front page in a folder is not Broadsheet's: it would be overwritten. Pages of ours name
 * their base, so a site is known as ours without the builder's notes, too.
 */
export function refuseForeign(out: string): void {
  const page = join(out, 'index.html');
  if (!existsSync(page) || existsSync(join(out, '.broadsheet'))) return;
  if (readFileSync(page, 'utf8').includes('name="broadsheet-base"')) return;
  throw new UsageError(`${page}: this page is not Broadsheet's. Publish into another folder, or remove it first.`);
}
