import { seal, unseal } from './sealed.ts';

/** What the writer notes of a site folder, so that the next run need not look at all of it. */
export type SiteNotes = {
  /** The sum of all published files but those that hold the manifest. */
  readonly sum: string;
  readonly files: number;
  readonly bytes: number;
  /** Files that are no longer part of the site, and since when, in milliseconds since 1970. */
  readonly retired: readonly (readonly [path: string, sinceMs: number])[];
  /** Published files whose names do not tell that a publish wrote them. */
  readonly beside: readonly string[];
};

/** Where they lie among the builder's notes. */
export const SITE_NOTES = 'site.json';

/** Notes out of their file; null when there is none, or it is damaged. */
export function readSiteNotes(bytes: Buffer | null): SiteNotes | null {
  return bytes && (unseal(bytes) as SiteNotes | null); // Sealed by `siteNotesBytes`.
}

/** Notes as they are kept. */
export function siteNotesBytes(notes: SiteNotes): Buffer {
  return seal(notes);
}
