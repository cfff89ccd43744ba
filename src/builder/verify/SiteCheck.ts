import { hash } from 'node:crypto';
import { FORMAT } from '#shared/archive.ts';
import { ContentSum, fileDigest } from '#builder/files/ContentSum.ts';
import { holdsGeneration } from '#builder/files/holdsGeneration.ts';
import { decodeText } from '#builder/post/decodeText.ts';
import type { Finding } from '#builder/report.ts';
import type { PublishedSite } from './PublishedSite.ts';

const MAX_KEPT = 1000;
const REMEDY = 'Publish again with --full.';

/** Told how many files were read, and of how many, where that is known. */
export type OnProgress = (files: number, total?: number) => void;

/** Where a data file lies in the site folder. */
export function inData(file: string): string {
  return `data/${file}`;
}

/**
 * One look over a published site: reads its files and gathers what is wrong, the first thousand problems in words. Throws on
 * nothing it finds. Paths are relative to the site folder.
 */
export class SiteCheck {
  readonly site: PublishedSite;
  readonly problems: Finding[] = [];
  problemCount = 0;
  articles = 0;
  readonly #seen = new Set<string>();
  readonly #sum = new ContentSum();
  readonly #onProgress: OnProgress | undefined;

  constructor(site: PublishedSite, onProgress?: OnProgress) {
    this.site = site;
    this.#onProgress = onProgress;
  }

  /** How many files were looked for. */
  get files(): number {
    return this.#seen.size;
  }

  /** The sum of all files read but those that name it. */
  get sum(): ContentSum {
    return this.#sum;
  }

  /** Notes a problem of a file. */
  fail(file: string, found: string, remedy = REMEDY): void {
    if (++this.problemCount <= MAX_KEPT) this.problems.push({ file, found, remedy });
  }

  /** Whether this look has come to a file already. */
  hasSeen(path: string): boolean {
    return this.#seen.has(path);
  }

  /** A file's bytes; null, and a problem, when it is missing. */
  bytes(path: string): Buffer | null {
    const bytes = this.site.read(path);
    if (!this.#seen.has(path)) this.#noteFirst(path, bytes);
    return bytes;
  }

  /**
   * Reads a JSON file of ours and gives it to `look`, whose answer it returns. A file that is missing, no JSON, of another
   * format or not of the form that `look` expects is a problem; the answer is then null.
   */
  look<T extends { readonly format: number }, R>(path: string, look: (value: T) => R): R | null {
    const bytes = this.bytes(path);
    if (bytes === null) return null;
    try {
      const value = JSON.parse(decodeText(bytes).text) as T; // What is not one fails in `look`.
      if (value.format === FORMAT) return look(value);
      this.fail(path, `is of format ${value.format}, not ${FORMAT}`);
    } catch (cause) {
      const found = cause instanceof SyntaxError ? 'is no JSON' : 'does not hold what such a file holds';
      this.fail(path, `${found} (${String(cause)})`);
    }
    return null;
  }

  #noteFirst(path: string, bytes: Buffer | null): void {
    this.#seen.add(path);
    if (this.files % 1000 === 0) this.#onProgress?.(this.files, this.site.notes?.files);
    if (bytes === null) this.fail(path, 'is missing');
    else if (!holdsGeneration(path)) this.#sum.add(fileDigest(path, hash('sha256', bytes)));
  }
}
