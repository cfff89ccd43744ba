import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '#builder/files/journal.ts';
import { isOwnData, ownDataIn } from '#builder/files/ownFiles.ts';
import { readSiteNotes, type SiteNotes } from '#builder/files/SiteNotes.ts';
import { NOTES_FOLDER, STAGE_FOLDER } from '#builder/files/WriteError.ts';

const FRESH_MARK = `${NOTES_FOLDER}/full`;

/**
 * A site folder as the next publish will find it. What a killed publish has only to move into place is read from where
 * it waits, what it has only to remove is gone. Nothing is changed. Paths are relative to the folder.
 */
export class PublishedSite {
  /** Whether a killed publish left work that the next will finish. */
  readonly isUnfinished: boolean;
  /** Whether a full publish began and did not end: files named by hash then lie about that nothing names yet. */
  readonly hasBegun: boolean;
  readonly notesFile = `${NOTES_FOLDER}/site.json`;
  /** What the last publish noted; null when there are no notes, or damaged ones. */
  readonly notes: SiteNotes | null;
  readonly #out: string;
  readonly #waiting: ReadonlyMap<string, string>;
  readonly #gone: ReadonlySet<string>;

  constructor(out: string) {
    const journal = readJournal(out);
    this.#out = out;
    this.isUnfinished = journal !== null;
    this.#waiting = new Map(journal?.moves);
    this.#gone = new Set([...(journal?.clear ?? []), ...(journal?.remove ?? [])]);
    this.hasBegun = existsSync(join(out, FRESH_MARK));
    this.notes = readSiteNotes(this.read(this.notesFile));
  }

  /** The file of the notes, when it is there and cannot be read as such. */
  get damagedNotes(): string | null {
    return this.notes === null && this.read(this.notesFile) !== null ? this.notesFile : null;
  }

  /** A file's bytes, or null: missing, or unreadable. */
  read(path: string): Buffer | null {
    for (const place of this.#placesOf(path)) {
      try {
        return readFileSync(join(this.#out, place));
      } catch {
        // Moved since, or never there.
      }
    }
    return null;
  }

  /** Whether there is a file of that path. */
  has(path: string): boolean {
    return this.#placesOf(path).some((place) => statSync(join(this.#out, place), { throwIfNoEntry: false })?.isFile());
  }

  /** The data files that publishes left, of this generation and earlier ones. */
  *dataFiles(): Generator<string> {
    for (const path of ownDataIn(this.#out)) if (!this.#waiting.has(path) && !this.#gone.has(path)) yield path;
    for (const path of this.#waiting.keys()) if (isOwnData(path)) yield path;
  }

  #placesOf(path: string): readonly string[] {
    const name = this.#waiting.get(path);
    if (name !== undefined) return [`${STAGE_FOLDER}/${name}`, path];
    return this.#gone.has(path) ? [] : [path];
  }
}
