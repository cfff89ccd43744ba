import { type Directory, FORMAT, type Listed, type NamedKind, type Section, SECTION_COUNT } from '#shared/archive.ts';
import { directoryFile } from '#shared/paths.ts';
import { compareText } from '#builder/report.ts';
import { type DataFile, jsonFile } from './dataFile.ts';
import type { Row, Stream } from './streamFiles.ts';

/** `categories.json`, `tags.json` and `sources.json`, also where there are none. */
export function directoryFiles(streams: readonly Stream[]): readonly DataFile[] {
  const kinds: readonly NamedKind[] = ['category', 'tag', 'source'];
  return kinds.map((kind) => {
    const directory: Directory = { format: FORMAT, kind, streams: largest(streams, kind).flatMap(listed) };
    return jsonFile(directoryFile(kind), directory);
  });
}

/** The categories that front page and manifest name: the largest. */
export function sectionStreams(streams: readonly Stream[]): readonly Stream[] {
  return largest(streams, 'category').slice(0, SECTION_COUNT);
}

/** A stream as the manifest names it. */
export function sectionOf({ slug, name, rows }: Stream): Section {
  return { slug, name, count: rows.length };
}

/** The day a row lies under. */
export function dayOfRow({ date }: Row): string {
  return date.slice(0, '2024-05-31'.length);
}

function largest(streams: readonly Stream[], kind: NamedKind): readonly Stream[] {
  const ofKind = streams.filter((stream) => stream.kind === kind);
  return ofKind.toSorted((a, b) => b.rows.length - a.rows.length || compareText(a.slug, b.slug));
}

function listed(stream: Stream): readonly Listed[] {
  return stream.rows.slice(0, 1).map((newest) => ({ ...sectionOf(stream), day: dayOfRow(newest) }));
}
