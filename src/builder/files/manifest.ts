import { FORMAT, type Manifest, NEWEST_COUNT } from '#shared/archive.ts';
import { MANIFEST_FILE } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { Site } from '#builder/site.ts';
import type { DataFile } from './dataFile.ts';
import { sectionOf, sectionStreams } from './directories.ts';
import { type Stream, withRows } from './streamFiles.ts';

/** What the manifest says besides its streams. */
export type Edition = {
  readonly days: readonly Day[];
  readonly taken: readonly string[];
  /** A hash of every other file. */
  readonly contentHash: string;
  readonly publishedAt: string;
};

/** The manifest of an archive. */
export function manifestFile(streams: readonly Stream[], site: Site, edition: Edition): DataFile {
  const rows = streams.find(({ kind }) => kind === 'all')?.rows ?? [];
  const [firstDay, lastDay] = [edition.days[0], edition.days.at(-1)];
  const { title, description, lang, timezone } = site;
  const fields: Omit<Manifest, 'newest'> = {
    format: FORMAT,
    generation: edition.contentHash,
    publishedAt: edition.publishedAt,
    site: { title, ...(description !== undefined && { description }), ...(lang !== undefined && { lang }), timezone },
    count: rows.length,
    ...(firstDay !== undefined && lastDay !== undefined && { firstDay, lastDay }),
    sections: sectionStreams(streams).map(sectionOf),
    ...(edition.taken.length > 0 && { taken: edition.taken }),
    volumes: [],
  };
  return withRows(MANIFEST_FILE, fields, 'newest', rows.slice(0, NEWEST_COUNT));
}

/** When a manifest of the same content was published, so that nothing changes when nothing has changed. */
export function publishedAtOf(manifest: Buffer | null, contentHash: string): string | null {
  if (manifest === null) return null;
  try {
    const before: unknown = JSON.parse(manifest.toString('utf8'));
    if (typeof before !== 'object' || before === null) return null;
    const { generation, publishedAt } = before as Partial<Manifest>; // Both are checked in the next line.
    return generation === contentHash && typeof publishedAt === 'string' ? publishedAt : null;
  } catch {
    return null; // A damaged manifest is written anew.
  }
}
