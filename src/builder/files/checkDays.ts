import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Chunk, DayIndex, Links, SplitDay } from '#shared/archive.ts';
import { chunkFile, foldAddress } from '#shared/paths.ts';
import type { SiteCheck } from './SiteCheck.ts';

/** Checks that every day leads to its chunks, and these hold what it lists under the hash of their name. */
export function checkDays(check: SiteCheck): void {
  for (const year of check.list('days'))
    for (const month of check.list(`days/${year}`))
      for (const file of check.list(`days/${year}/${month}`))
        if (file.endsWith('.json')) checkDay(check, `days/${year}/${month}/${file}`);
}

/** Checks that every link leads to a day that knows it. */
export function checkLinks(check: SiteCheck): void {
  for (const file of check.list('links')) if (file.endsWith('.json')) checkLinksFile(check, `links/${file}`);
}

function checkDay(check: SiteCheck, file: string): void {
  check.look<DayIndex | SplitDay, void>(file, (index) => {
    if (!('parts' in index)) return checkChunks(check, file, index);
    const folder = file.replace(/\.json$/, '');
    const parts = check.list(folder).map((part) => check.look<DayIndex, DayIndex>(`${folder}/${part}`, (day) => day));
    const whole = parts.filter((part) => part !== null);
    const posts = Object.assign({}, ...whole.map((part) => part.posts));
    if (whole[0]) checkChunks(check, file, { ...whole[0], posts });
  });
}

function checkChunks(check: SiteCheck, file: string, { chunks, posts }: DayIndex): void {
  const listed = Object.entries(posts);
  chunks.forEach((hash, position) => {
    const held = articlesIn(check, hash);
    check.articles += held.size;
    const expected = listed.filter(([, at]) => at === position).map(([folded]) => folded);
    for (const folded of expected)
      if (!held.has(folded)) check.fail(file, `names ${folded} in a chunk that does not hold it`);
    if (expected.length !== held.size) check.fail(file, `lists ${expected.length} articles of a chunk of ${held.size}`);
  });
}

function articlesIn(check: SiteCheck, hash: string): ReadonlySet<string> {
  const file = chunkFile(hash);
  const bytes = check.bytes(file);
  if (bytes === null) return new Set();
  try {
    const json = gunzipSync(bytes);
    if (createHash('sha256').update(json).digest('hex') !== hash)
      check.fail(file, 'does not have the hash of its name');
    const chunk = JSON.parse(json.toString('utf8')) as Chunk; // Its hash says it is the chunk that was written.
    return new Set(chunk.articles.map(({ address }) => foldAddress(address)));
  } catch (cause) {
    check.fail(file, `cannot be unpacked (${String(cause)})`);
    return new Set();
  }
}

function checkLinksFile(check: SiteCheck, file: string): void {
  check.look<Links, void>(file, (links) => {
    if ('split' in links) {
      const folder = file.replace(/\.json$/, '');
      for (const part of check.list(folder)) checkLinksFile(check, `${folder}/${part}`);
      return;
    }
    for (const [folded, day] of Object.entries(links.days))
      if (!check.knows(day, folded)) check.fail(file, `says ${folded} lies under ${day}, which does not know it`);
  });
}
