/** What the writer notes of a site folder, so that the next run need not look at all of it. */
export type SiteNotes = {
  /** The sum of all published files but the manifest. */
  readonly sum: string;
  readonly files: number;
  readonly bytes: number;
  /** Files that are no longer part of the site, and since when, in milliseconds since 1970. */
  readonly retired: readonly (readonly [path: string, sinceMs: number])[];
  /** Published files outside `data/`. */
  readonly beside: readonly string[];
};

/** Notes out of their file; null when there is none, or it is damaged. */
export function readSiteNotes(bytes: Buffer | null): SiteNotes | null {
  try {
    const notes = JSON.parse(bytes?.toString('utf8') ?? '') as SiteNotes; // Ours, and looked at in the next line.
    const isWhole = /^[0-9a-f]+$/.test(notes.sum) && [notes.retired, notes.beside].every(Array.isArray);
    return isWhole && Number.isInteger(notes.files) ? notes : null;
  } catch {
    return null;
  }
}

/** Notes as they are kept. */
export function siteNotesBytes(notes: SiteNotes): Buffer {
  return Buffer.from(JSON.stringify(notes));
}
