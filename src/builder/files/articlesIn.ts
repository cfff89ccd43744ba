import { gunzipSync } from 'node:zlib';
import type { Chunk } from '#shared/archive.ts';
import { chunkFile } from '#shared/paths.ts';
import type { Article } from '#shared/post.ts';
import { DamagedSiteError } from './DamagedSiteError.ts';
import type { DataFiles } from './dataFile.ts';

/** The articles of a chunk, given its hash. Throws `DamagedSiteError` when it is missing or holds none. */
export function articlesIn(hash: string, { read }: Pick<DataFiles, 'read'>): readonly Article[] {
  const path = chunkFile(hash);
  const bytes = read(path);
  if (bytes === null) throw new DamagedSiteError(`data/${path} is missing`);
  try {
    const { articles } = JSON.parse(gunzipSync(bytes).toString('utf8')) as Chunk; // Of what is none, seen below.
    if (Array.isArray(articles)) return articles;
  } catch (cause) {
    throw new DamagedSiteError(`data/${path} cannot be read (${String(cause)})`, { cause });
  }
  throw new DamagedSiteError(`data/${path} holds no articles`);
}
