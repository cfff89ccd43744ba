import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Chunk } from '#shared/archive.ts';
import { chunkFile } from '#shared/paths.ts';
import type { Article, Day } from '#shared/post.ts';
import { decodeText } from '#builder/post/decodeText.ts';
import { inData, type SiteCheck } from './SiteCheck.ts';

/** Reads the articles of a chunk that a day names; none, and a problem, when it is not what its name says. */
export function readChunk(check: SiteCheck, day: Day, name: string): readonly Article[] {
  const file = inData(chunkFile(name));
  if (check.hasSeen(file)) check.fail(file, `is named a second time, by ${day}`);
  const bytes = check.bytes(file);
  if (bytes === null) return [];
  try {
    const json = gunzipSync(bytes);
    if (hash('sha256', json) !== name) check.fail(file, 'does not have the hash of its name');
    const chunk = JSON.parse(decodeText(json).text) as Chunk; // Its hash says it is the chunk that was written.
    if (chunk.day !== day) check.fail(file, `is of ${chunk.day}, and ${day} names it`);
    check.articles += chunk.articles.length;
    return chunk.articles;
  } catch (cause) {
    check.fail(file, `cannot be unpacked (${String(cause)})`);
    return [];
  }
}
