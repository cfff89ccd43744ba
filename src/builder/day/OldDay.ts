import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Chunk } from '#shared/archive.ts';
import type { DayNote, PostNote } from '#builder/ledger/notes.ts';

/** The chunks of an earlier publish. `read` gives the packed bytes, or null. */
export type OldChunks = { readonly has: (hash: string) => boolean; readonly read: (hash: string) => Buffer | null };

/** A day as an earlier publish left it: its notes and the articles in its chunks. */
export class OldDay {
  readonly #posts: ReadonlyMap<string, PostNote>;
  readonly #old: OldChunks;
  /** Path → its chunk, and where in it the article stands. */
  readonly #places = new Map<string, { readonly hash: string; readonly index: number }>();
  /** The paths of a chunk's articles → its hash. */
  readonly #chunks = new Map<string, string>();
  readonly #articles = new Map<string, readonly string[]>();

  constructor(note: DayNote | null, old: OldChunks) {
    const posts = note?.posts ?? [];
    this.#old = old;
    this.#posts = new Map(posts.map((post) => [post.path, post]));
    let first = 0;
    for (const { hash, count } of note?.chunks ?? []) {
      const paths = posts.slice(first, (first += count)).map(({ path }) => path);
      this.#chunks.set(paths.join('\n'), hash);
      for (const [index, path] of paths.entries()) this.#places.set(path, { hash, index });
    }
  }

  post(path: string): PostNote | undefined {
    return this.#posts.get(path);
  }

  /** The chunk that holds the articles of exactly these posts, or null. */
  chunkOf(paths: readonly string[]): string | null {
    return this.#chunks.get(paths.join('\n')) ?? null;
  }

  /** Whether the chunk with a post's article is there. */
  hasArticle(path: string): boolean {
    const place = this.#places.get(path);
    return place !== undefined && this.#old.has(place.hash);
  }

  /** The JSON of a post's article; null when it cannot be had, above all out of a damaged chunk. */
  articleOf(path: string): string | null {
    const place = this.#places.get(path);
    return (place && this.#articlesIn(place.hash)[place.index]) ?? null;
  }

  #articlesIn(hash: string): readonly string[] {
    let articles = this.#articles.get(hash);
    if (!articles) this.#articles.set(hash, (articles = unpack(this.#old.read(hash), hash)));
    return articles;
  }
}

function unpack(bytes: Buffer | null, hash: string): readonly string[] {
  if (bytes === null) return [];
  try {
    const json = gunzipSync(bytes);
    if (createHash('sha256').update(json).digest('hex') !== hash) return [];
    const { articles } = JSON.parse(json.toString('utf8')) as Chunk; // It has the hash of what was written.
    return articles.map((article) => JSON.stringify(article));
  } catch {
    return []; // Damaged: its posts are composed anew.
  }
}
