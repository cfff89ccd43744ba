import { gunzipSync, gzipSync } from 'node:zlib';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { Address, Day } from '#shared/post.ts';
import type { LedgerFiles } from './Ledger.ts';
import type { DayNote } from './notes.ts';

/** A folded old address, and the address of the post that it leads to. */
export type Redirect = readonly [from: string, to: Address];

const FOLDER = 'redirects';

/**
 * The old addresses of each day that has any, in a file a day whose name tells how many. So the newest of all are found
 * by reading a few small files, and all are counted without reading one.
 */
export class RedirectNotes {
  readonly #files: LedgerFiles;
  readonly #unsaved = new Map<Day, readonly Redirect[]>();
  #saved: Map<Day, number> | null = null;

  constructor(files: LedgerFiles) {
    this.#files = files;
  }

  /** Notes the old addresses of a day's posts in the place of those that were noted. */
  setDay(day: Day, note: DayNote | null): void {
    const posts = note?.posts.toReversed() ?? [];
    this.#unsaved.set(
      day,
      posts.flatMap(({ address, redirects = [] }) => redirects.map((from): Redirect => [from, address])),
    );
  }

  /** How many there are. */
  get count(): number {
    return [...this.#counts().values()].reduce((sum, count) => sum + count, 0);
  }

  /** Those of the newest posts, at least so many when there are. Throws `DamagedSiteError`. */
  newest(count: number): readonly Redirect[] {
    const found: Redirect[] = [];
    for (const day of [...this.#counts().keys()].toSorted().toReversed()) {
      if (found.length >= count) break;
      found.push(...(this.#unsaved.get(day) ?? this.#read(day)));
    }
    return found;
  }

  /** Writes what changed. */
  save(): void {
    const saved = this.#savedCounts();
    for (const [day, redirects] of this.#unsaved) {
      const before = saved.get(day);
      if (before !== undefined && before !== redirects.length) this.#files.remove(nameOf(day, before));
      saved.delete(day);
      if (redirects.length === 0) continue;
      saved.set(day, redirects.length);
      this.#files.put(nameOf(day, redirects.length), gzipSync(JSON.stringify(redirects), { level: 1 }));
    }
    this.#unsaved.clear();
  }

  #counts(): ReadonlyMap<Day, number> {
    const counts = new Map(this.#savedCounts());
    for (const [day, { length }] of this.#unsaved) {
      if (length > 0) counts.set(day, length);
      else counts.delete(day);
    }
    return counts;
  }

  #savedCounts(): Map<Day, number> {
    return (this.#saved ??= new Map(
      this.#files.list(FOLDER).map((name): [Day, number] => {
        const [day = '', count] = name.split('~');
        return [day, Number(count)];
      }),
    ));
  }

  #read(day: Day): readonly Redirect[] {
    const name = nameOf(day, this.#savedCounts().get(day) ?? 0);
    try {
      const bytes = this.#files.read(name);
      if (bytes === null) throw new Error('missing');
      return JSON.parse(gunzipSync(bytes).toString('utf8')) as readonly Redirect[]; // `save` wrote it.
    } catch (cause) {
      const found = `the notes of the last publish cannot be read (${name}: ${String(cause)})`;
      throw new DamagedSiteError(found, { cause });
    }
  }
}

function nameOf(day: Day, count: number): string {
  return `${FOLDER}/${day}~${count}`;
}
