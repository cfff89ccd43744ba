import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DayIndex, FORMAT, type SplitDay } from '#shared/archive.ts';
import { dayFile, dayPartFile, foldAddress } from '#shared/paths.ts';
import { type Day, dayOf, type Headline } from '#shared/post.ts';
import type { Finding } from '#builder/report.ts';

const REMEDY = 'Publish again.';

/** One look over the data files of a published site: reads them, and gathers what is wrong. Throws on nothing it finds. */
export class SiteCheck {
  readonly problems: Finding[] = [];
  files = 0;
  articles = 0;
  readonly #data: string;
  readonly #onProgress: ((files: number) => void) | undefined;
  // Headlines come in order of day, so the last day's index serves many.
  #lastDay: { readonly day: Day; readonly known: KnownDay } | null = null;

  constructor(data: string, onProgress?: (files: number) => void) {
    this.#data = data;
    this.#onProgress = onProgress;
  }

  /** Notes a problem of a file below `data/`. */
  fail(file: string, found: string): void {
    this.problems.push({ file: `data/${file}`, found, remedy: REMEDY });
  }

  /** A file's bytes; null, and a problem, when it is missing. */
  bytes(file: string): Buffer | null {
    try {
      if (++this.files % 1000 === 0) this.#onProgress?.(this.files);
      return readFileSync(join(this.#data, file));
    } catch {
      this.fail(file, 'is missing');
      return null;
    }
  }

  /**
   * Reads a JSON file of ours and gives it to `look`, whose answer it returns. A file that is missing, no JSON, of another
   * format or not of the form that `look` expects is a problem; the answer is then null.
   */
  look<T extends { readonly format: number }, R>(file: string, look: (value: T) => R): R | null {
    const bytes = this.bytes(file);
    if (bytes === null) return null;
    try {
      const value = JSON.parse(bytes.toString('utf8')) as T; // What is not one fails in `look`.
      if (value.format === FORMAT) return look(value);
      this.fail(file, `is of format ${value.format}, not ${FORMAT}`);
    } catch (cause) {
      const found = cause instanceof SyntaxError ? 'is no JSON' : 'does not hold what such a file holds';
      this.fail(file, `${found} (${String(cause)})`);
    }
    return null;
  }

  /** The names in a folder, in order; none when it does not exist. */
  list(folder: string): readonly string[] {
    try {
      return readdirSync(join(this.#data, folder)).toSorted();
    } catch {
      return [];
    }
  }

  /** Whether a day's index lists a folded address. */
  knows(day: Day, folded: string): boolean {
    if (this.#lastDay?.day !== day) this.#lastDay = { day, known: this.#readDay(day) };
    const { known } = this.#lastDay;
    if (known !== 'split') return known.has(folded);
    return this.look<DayIndex, boolean>(dayPartFile(day, folded), (part) => addressesOf(part).has(folded)) ?? false;
  }

  /** Whether a headline of a file opens; when not, that is a problem of the file. */
  opens(file: string, headline: Headline): boolean {
    const isKnown = this.knows(dayOf(headline), foldAddress(headline.address));
    if (!isKnown) this.fail(file, `names ${headline.address}, which its day does not know`);
    return isKnown;
  }

  #readDay(day: Day): KnownDay {
    const known = this.look<DayIndex | SplitDay, KnownDay>(dayFile(day), (index) =>
      'parts' in index ? 'split' : addressesOf(index),
    );
    return known ?? new Set();
  }
}

type KnownDay = ReadonlySet<string> | 'split';

function addressesOf({ posts, redirects }: DayIndex): ReadonlySet<string> {
  return new Set([...Object.keys(posts), ...Object.keys(redirects ?? {})]);
}
