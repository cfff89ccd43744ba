import type { Address, Day, Headline, Mention } from '#shared/post.ts';
import type { Problem } from '#builder/report.ts';

/** What tells that a file is as it was: size in bytes, time in whole milliseconds, and a hash of its content. */
export type Stamp = { readonly size: number; readonly mtimeMs: number; readonly hash: string };

/** What a publish notes of a file of the Jekyll folder. */
export type FileNote = Stamp & {
  /** The day it lies under, by itself or as a twin. Absent when it is not shown: no post, hidden, a copy. */
  readonly day?: Day;
  /** Folded addresses it asks for and did not get. */
  readonly wants?: readonly string[];
  /** It lies in the site folder as it is. */
  readonly isCopied?: true;
};

/** Where a post is shown: all that other posts decide of it. With the file's content it says what the article is. */
export type Place = {
  readonly path: string;
  readonly hash: string;
  /** When it is dated, which orders it. Of equal ones the path decides. */
  readonly instantMs: number;
  readonly day: Day;
  readonly address: Address;
  /** Folded old addresses that lead to it. */
  readonly redirects?: readonly string[];
  /** Other files that are the same article, the best first. */
  readonly twins?: readonly Place[];
  /** How many problems were reported of its files before its text was read. */
  readonly problems?: number;
};

/** What a publish notes of a post that is shown, so that the next need not read it. */
export type PostNote = Place & {
  /** Local ISO date, which orders lists. */
  readonly date: string;
  /** Of its article's JSON. */
  readonly sizeBytes: number;
  readonly headline: Headline;
  /** The headlines of its files, when they are several. */
  readonly versions?: readonly Headline[];
  readonly mentions?: readonly Mention[];
  /** What was reported of its text. */
  readonly found?: readonly Problem[];
  /** What it asked of other files, with the answers. */
  readonly lookups?: readonly Lookup[];
};

/** A question to other files, `link:<name of a post>` or `size:<path of a picture>`, and its answer, which may be empty. */
export type Lookup = readonly [question: string, answer: string];

/** What a publish notes of a day: its posts in order, and the chunks that hold their articles, in the same order. */
export type DayNote = { readonly posts: readonly PostNote[]; readonly chunks: readonly ChunkNote[] };

/** A chunk by its hash, and how many articles it holds. */
export type ChunkNote = { readonly hash: string; readonly count: number };

/** The order of posts, Jekyll's: by date, then by path. */
export function byDate(a: Pick<Place, 'instantMs' | 'path'>, b: Pick<Place, 'instantMs' | 'path'>): number {
  if (a.instantMs !== b.instantMs) return a.instantMs - b.instantMs;
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
