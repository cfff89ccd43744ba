import { ContentSum, fileDigest, sha256Of } from './ContentSum.ts';
import { holdsGeneration } from './holdsGeneration.ts';
import { isOwnData } from './ownFiles.ts';
import type { SiteNotes } from './SiteNotes.ts';

/**
 * Which files make up the site, and what they add up to: those of the last publish, with what this run put and took
 * away. Knows of the disk what it is told.
 */
export class Inventory {
  readonly #puts = new Set<string>();
  readonly #taken = new Set<string>();
  readonly #beside: ReadonlySet<string>;
  readonly #isFresh: boolean;
  readonly #sum: ContentSum;
  #files: number;
  #bytes: number;

  /** That of the last publish, as noted; `null` starts an empty one. */
  constructor(last: SiteNotes | null) {
    this.#isFresh = last === null;
    this.#beside = new Set(last?.beside);
    this.#sum = new ContentSum(last?.sum);
    this.#files = last?.files ?? 0;
    this.#bytes = last?.bytes ?? 0;
  }

  get files(): number {
    return this.#files;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Names the set of files with what they hold, whatever their order and history. What holds the name does not count. */
  generation(): string {
    return this.#sum.name();
  }

  /** Whether a file that lies there is part of the site, unless it is retired. */
  has(path: string): boolean {
    if (this.#puts.has(path)) return true;
    return !this.#isFresh && !this.#taken.has(path) && (isOwnData(path) || this.#beside.has(path));
  }

  /** Counts a file with what it holds now, given the SHA-256 of that. */
  join(path: string, bytes: Buffer, sha256: string): void {
    this.#taken.delete(path);
    this.#puts.add(path);
    this.#count(path, { size: bytes.length, sha256 }, 1);
  }

  /** Counts a file no longer. `bytes` is what it held, null when it was never there. */
  leave(path: string, bytes: Buffer | null): void {
    this.#puts.delete(path);
    this.#taken.add(path);
    if (bytes) this.#count(path, { size: bytes.length, sha256: sha256Of(bytes) }, -1);
  }

  /** Paths that this run took away. */
  get taken(): ReadonlySet<string> {
    return this.#taken;
  }

  /** The site's files whose names do not tell that a publish wrote them. */
  beside(): readonly string[] {
    const kept = [...this.#beside].filter((path) => !this.#taken.has(path));
    return [...new Set([...kept, ...this.#puts])].filter((path) => !isOwnData(path)).toSorted();
  }

  /** What the next publish must know. */
  noted(): Omit<SiteNotes, 'retired'> {
    return { sum: this.#sum.toString(), files: this.#files, bytes: this.#bytes, beside: this.beside() };
  }

  #count(path: string, { size, sha256 }: { readonly size: number; readonly sha256: string }, sign: 1 | -1): void {
    this.#files += sign;
    this.#bytes += sign * size;
    if (holdsGeneration(path)) return;
    const digest = fileDigest(path, sha256);
    if (sign === 1) this.#sum.add(digest);
    else this.#sum.subtract(digest);
  }
}
