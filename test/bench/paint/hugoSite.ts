import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Archive } from '../publish/archive.ts';
import { hugoArgs, hugoVersion, writeHugoSite } from '../publish/hugo.ts';

/** Has Hugo build the posts of an archive. Answers false when it is not installed. */
export async function writeHugoPages({ root, posts }: Archive, out: string): Promise<boolean> {
  if ((await hugoVersion()) === null) return false;
  await rm(out, { recursive: true, force: true });
  const source = join(root, 'hugo');
  await writeHugoSite(source, join(posts, '_posts'));
  await promisify(execFile)('hugo', hugoArgs(source, out));
  return true;
}

/** Where Hugo writes the article of one of our addresses: below its day, by the whole name of its file. */
export function hugoAddress(address: string): string {
  return address.replace(
    /^.*\/(\d{4})\/(\d\d)\/(\d\d)\/(.+)$/,
    (_address, year, month, day, name: string) =>
      `/${year}/${month}/${day}/${year}-${month}-${day}-${name.toLowerCase()}`,
  );
}
