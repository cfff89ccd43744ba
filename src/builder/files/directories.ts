import { type Directory, FORMAT, type NamedKind, type Section, SECTION_COUNT } from '#shared/archive.ts';
import { directoryFile } from '#shared/paths.ts';
import { type DataFile, jsonFile } from './dataFile.ts';
import type { StreamNames } from './StreamNames.ts';

/** `categories.json`, `tags.json` and `sources.json`, also where there are none. */
export function directoryFiles(names: StreamNames): readonly DataFile[] {
  const kinds: readonly NamedKind[] = ['category', 'tag', 'source'];
  return kinds.map((kind) => {
    const streams = names.largest(kind).map(({ slug, name, count, day }) => ({ slug, name, count, day }));
    return jsonFile(directoryFile(kind), { format: FORMAT, kind, streams } satisfies Directory);
  });
}

/** The categories that front page and manifest name: the largest. */
export function sectionsOf(names: StreamNames): readonly Section[] {
  const largest = names.largest('category').slice(0, SECTION_COUNT);
  return largest.map(({ slug, name, count }) => ({ slug, name, count }));
}
