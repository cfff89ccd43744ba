import type { StreamKind } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import type { DayNote } from './ledger/notes.ts';

/** A stream by its kind and slug; the latter is empty for that of all posts. */
export type TouchedStream = { readonly kind: StreamKind; readonly slug: string };

/**
 * What a publish has changed, for all that is made of days and lists when these are in place: pages, feeds, sitemap. In a
 * publish of everything that is every day and every stream.
 */
export class Touched {
  readonly #days = new Map<Day, DayNote | null>();
  readonly #streams = new Map<string, TouchedStream>();
  readonly #renamed = new Set<string>();

  /** The days whose posts were composed or went, each with its note of before: null where it had none. */
  get days(): ReadonlyMap<Day, DayNote | null> {
    return this.#days;
  }

  /** The streams whose files were revised; one that is no more has no head. */
  get streams(): Iterable<TouchedStream> {
    return this.#streams.values();
  }

  /** Slugs of the categories that have another display name than before. */
  get renamedCategories(): ReadonlySet<string> {
    return this.#renamed;
  }

  addDay(day: Day, before: DayNote | null): void {
    this.#days.set(day, before);
  }

  addStream({ kind, slug }: TouchedStream): void {
    this.#streams.set(`${kind} ${slug}`, { kind, slug });
  }

  addRenamedCategory(slug: string): void {
    this.#renamed.add(slug);
  }
}
