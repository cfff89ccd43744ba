import { type CalendarYear, FORMAT, type Manifest, type SiteFacts, type StreamHead } from '#shared/archive.ts';
import { calendarFile, headFile, MANIFEST_FILE } from '#shared/paths.ts';
import { type Day, dayOf } from '#shared/post.ts';
import type { Site } from '#builder/site.ts';
import { type DataFile, type DataFiles, jsonFile, readJson } from './dataFile.ts';
import { sectionsOf } from './directories.ts';
import type { StreamNames } from './StreamNames.ts';

/** What the manifest says besides its streams. */
export type Edition = {
  readonly taken: readonly string[];
  /** A hash of every other file. */
  readonly generation: string;
  readonly publishedAt: string;
};

/** The manifest of an archive whose other files are all in their place. */
export function manifestFile(site: Site, names: StreamNames, { files, edition }: ManifestRun): DataFile {
  const all = readJson<StreamHead>(files, headFile('all', ''));
  const manifest: Manifest = {
    format: FORMAT,
    generation: edition.generation,
    publishedAt: edition.publishedAt,
    site: factsOf(site),
    count: all?.count ?? 0,
    ...(all && daysThrough(all, files)),
    sections: sectionsOf(names),
    ...(edition.taken.length > 0 && { taken: edition.taken }),
    volumes: [],
    newest: all?.newest ?? [],
  };
  return jsonFile(MANIFEST_FILE, manifest);
}

/** What the reader must know of a site. */
export function factsOf({ title, description, lang, timezone }: Site): SiteFacts {
  return { title, ...(description !== undefined && { description }), ...(lang !== undefined && { lang }), timezone };
}

/** Where the other files lie, and what the manifest says besides them. */
export type ManifestRun = { readonly files: DataFiles; readonly edition: Edition };

/** When a manifest of the same content was published, so that nothing changes when nothing has changed. */
export function publishedAtOf(manifest: Buffer | null, generation: string): string | null {
  if (manifest === null) return null;
  try {
    const before: unknown = JSON.parse(manifest.toString('utf8'));
    if (typeof before !== 'object' || before === null) return null;
    const { generation: of, publishedAt } = before as Partial<Manifest>; // Both are checked in the next line.
    return of === generation && typeof publishedAt === 'string' ? publishedAt : null;
  } catch {
    return null; // A damaged manifest is written anew.
  }
}

/** The first and the last day of an archive that has posts. */
function daysThrough({ newest, years }: StreamHead, files: DataFiles): Pick<Manifest, 'firstDay' | 'lastDay'> {
  const [latest, firstYear] = [newest[0], years.at(-1)?.period];
  const first = firstYear === undefined ? null : firstDayOf(readJson<CalendarYear>(files, calendarFile(firstYear)));
  return latest && first !== null ? { firstDay: first, lastDay: dayOf(latest) } : {};
}

function firstDayOf(calendar: CalendarYear | null): Day | null {
  const index = calendar?.counts.findIndex((count) => count > 0) ?? -1;
  return calendar && index >= 0
    ? new Date(Date.UTC(Number(calendar.year), 0, 1 + index)).toISOString().slice(0, 10)
    : null;
}
