import { MANIFEST_FILE } from '#shared/paths.ts';
import { compareText } from '#builder/report.ts';

// What feeds and sitemap name is opened by the data, and of these the shorter names the longer.
const FEEDS = String.raw`(?:(?:category|tag)/[^/]+/)?feed\.(?:xml|json)$|feed/|feeds\.opml$|sitemap(?:-[^/]+)?\.xml$|robots\.txt$`;

// Nothing names a file before it is there: what is named by hash, then what names it, the one hot file last. Of HTML,
// a publish writes its own pages only.
const RANKS: readonly RegExp[] = [
  /^(?:data\/posts|broadsheet)\//,
  new RegExp(`^(?!data/|\\.broadsheet/|.*\\.html$|sw\\.js$|${FEEDS})`),
  /^data\/days\/\d+\/\d+\/\d+\//,
  /^data\/days\//,
  /^data\/links\/[^/]+\//,
  /^data\/links\//,
  /^data\/streams\/.*\/\d[^/]*$/,
  /^data\/streams\//,
  new RegExp(`^data/(?!${MANIFEST_FILE}$)`),
  /^(?!data\/|\.broadsheet\/|(?:index|404)\.html$).*\.html$/,
  new RegExp(`^(?:${FEEDS})`),
  /^(?:index|404)\.html$/,
  /^sw\.js$/,
  /^data\//,
];

/** Paths in an order that is safe to move or upload them in, the same for the same paths. */
export function inSafeOrder(paths: readonly string[]): readonly string[] {
  const ranked = paths.map((path) => ({ path, rank: rankOf(path) }));
  // A period that is an index names longer ones.
  return ranked
    .toSorted((a, b) => a.rank - b.rank || b.path.length - a.path.length || compareText(a.path, b.path))
    .map(({ path }) => path);
}

/** Whether a path names its content, so that its file never changes. */
export function isNamedByHash(path: string): boolean {
  return RANKS[0]?.test(path) ?? false;
}

function rankOf(path: string): number {
  const rank = RANKS.findIndex((pattern) => pattern.test(path));
  return rank < 0 ? RANKS.length : rank; // Our own notes are last.
}
