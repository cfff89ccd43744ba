import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type Chunk,
  type DayIndex,
  FORMAT,
  isLeaf,
  type Links,
  type Manifest,
  type Period,
  type SplitDay,
  type StreamHead,
} from '#shared/archive.ts';
import { chunkFile, dayFile, dayPartFile, foldAddress, MANIFEST_FILE } from '#shared/paths.ts';
import { type Day, dayOf, type Headline } from '#shared/post.ts';
import type { Problem } from './report.ts';

/** What `verify` found. */
export type Verified = { readonly files: number; readonly articles: number; readonly problems: readonly Problem[] };

/**
 * Checks a published site: every headline leads to its day, every day to its chunks, every chunk has the hash of its
 * name and the articles its day lists, every link leads to a day that knows it, and counts agree. Never throws on what
 * it finds in the folder.
 */
export function verify(out: string, onProgress?: (files: number) => void): Verified {
  const check = new Check(join(out, 'data'), onProgress);
  const manifest = check.read<Manifest>(MANIFEST_FILE);
  if (manifest) checkArchive(check, manifest);
  return { files: check.files, articles: check.articles, problems: check.problems };
}

const REMEDY = 'Publish again.';

class Check {
  readonly problems: Problem[] = [];
  files = 0;
  articles = 0;
  readonly #data: string;
  readonly #onProgress: ((files: number) => void) | undefined;
  // Headlines come in order of day, so the last day's index serves many.
  #lastDay: { day: Day; addresses: ReadonlySet<string>; parts: boolean } | null = null;

  constructor(data: string, onProgress?: (files: number) => void) {
    this.#data = data;
    this.#onProgress = onProgress;
  }

  fail(file: string, found: string): void {
    this.problems.push({ file: `data/${file}`, found, remedy: REMEDY });
  }

  bytes(file: string): Buffer | null {
    try {
      if (++this.files % 1000 === 0) this.#onProgress?.(this.files);
      return readFileSync(join(this.#data, file));
    } catch {
      this.fail(file, 'is missing');
      return null;
    }
  }

  /** A JSON file of ours. Only its being JSON of this format is checked; what it says is compared with other files. */
  read<T extends { readonly format: number }>(file: string): T | null {
    const bytes = this.bytes(file);
    if (bytes === null) return null;
    try {
      const value = JSON.parse(bytes.toString('utf8')) as T; // Written by this program; a damaged file fails one of the comparisons.
      if (value.format === FORMAT) return value;
      this.fail(file, `is of format ${value.format}, not ${FORMAT}`);
    } catch (cause) {
      this.fail(file, `is no JSON (${String(cause)})`);
    }
    return null;
  }

  list(folder: string): readonly string[] {
    try {
      return readdirSync(join(this.#data, folder)).toSorted();
    } catch {
      return []; // A folder that does not exist holds nothing.
    }
  }

  /** Whether a day's index lists a folded address. */
  knows(day: Day, folded: string): boolean {
    if (this.#lastDay?.day !== day) this.#lastDay = { day, ...this.#dayAddresses(day) };
    if (!this.#lastDay.parts) return this.#lastDay.addresses.has(folded);
    const part = this.read<DayIndex>(dayPartFile(day, folded));
    return part !== null && addressesOf(part).has(folded);
  }

  #dayAddresses(day: Day): { addresses: ReadonlySet<string>; parts: boolean } {
    const index = this.read<DayIndex | SplitDay>(dayFile(day));
    if (index === null) return { addresses: new Set(), parts: false };
    return 'parts' in index ? { addresses: new Set(), parts: true } : { addresses: addressesOf(index), parts: false };
  }
}

function addressesOf({ posts, redirects }: DayIndex): ReadonlySet<string> {
  return new Set([...Object.keys(posts), ...Object.keys(redirects ?? {})]);
}

function checkArchive(check: Check, manifest: Manifest): void {
  const head = check.read<StreamHead>('streams/all/head.json');
  if (head && head.count !== manifest.count)
    check.fail(MANIFEST_FILE, `counts ${manifest.count} posts, its stream ${head.count}`);
  if (head) checkStream(check, 'streams/all', head);
  for (const kind of ['category', 'tag'])
    for (const key of check.list(`streams/${kind}`)) {
      const folder = `streams/${kind}/${key}`;
      const streamHead = check.read<StreamHead>(`${folder}/head.json`);
      if (streamHead) checkStream(check, folder, streamHead);
    }
  for (const year of check.list('days'))
    for (const month of check.list(`days/${year}`))
      for (const file of check.list(`days/${year}/${month}`))
        if (file.endsWith('.json')) checkDay(check, `days/${year}/${month}/${file}`);
  for (const file of check.list('links')) if (file.endsWith('.json')) checkLinks(check, `links/${file}`);
  if (check.articles !== manifest.count)
    check.fail(MANIFEST_FILE, `counts ${manifest.count} posts, its days hold ${check.articles}`);
}

function checkStream(check: Check, folder: string, head: StreamHead): void {
  const counted = head.years.reduce((sum, { period, count }) => sum + checkPeriod(check, folder, period, count), 0);
  if (counted !== head.count)
    check.fail(`${folder}/head.json`, `counts ${head.count} headlines, its periods hold ${counted}`);
}

function checkPeriod(check: Check, folder: string, period: string, count: number): number {
  const file = `${folder}/${period}.json`;
  const data = check.read<Period>(file);
  if (data === null) return 0;
  const found = isLeaf(data)
    ? data.headlines.filter((headline) => checkHeadline(check, file, headline)).length
    : data.parts.reduce((sum, part) => sum + checkPeriod(check, folder, part.period, part.count), 0);
  if (found !== count) check.fail(file, `should hold ${count} headlines that open, and holds ${found}`);
  return found;
}

function checkHeadline(check: Check, file: string, headline: Headline): boolean {
  const isKnown = check.knows(dayOf(headline), foldAddress(headline.address));
  if (!isKnown) check.fail(file, `names ${headline.address}, which its day does not know`);
  return isKnown;
}

function checkDay(check: Check, file: string): void {
  const index = check.read<DayIndex | SplitDay>(file);
  if (index === null) return;
  if (!('parts' in index)) return checkChunks(check, file, index, index.posts);
  const folder = file.replace(/\.json$/, '');
  const parts = check
    .list(folder)
    .map((part) => check.read<DayIndex>(`${folder}/${part}`))
    .filter((part) => part !== null);
  const posts = Object.assign({}, ...parts.map((part) => part.posts));
  if (parts[0]) checkChunks(check, file, parts[0], posts);
}

function checkChunks(check: Check, file: string, { chunks }: DayIndex, posts: DayIndex['posts']): void {
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

function articlesIn(check: Check, hash: string): ReadonlySet<string> {
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

function checkLinks(check: Check, file: string): void {
  const links = check.read<Links>(file);
  if (links === null) return;
  if ('split' in links) {
    const folder = file.replace(/\.json$/, '');
    for (const part of check.list(folder)) checkLinks(check, `${folder}/${part}`);
    return;
  }
  for (const [folded, day] of Object.entries(links.days))
    if (!check.knows(day, folded)) check.fail(file, `says ${folded} lies under ${day}, which does not know it`);
}
