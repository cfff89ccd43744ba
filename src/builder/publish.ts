import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { MANIFEST_FILE } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { type DataFile, groupBy } from './files/dataFile.ts';
import { groupTwins } from './files/groupTwins.ts';
import { linkFiles } from './files/linkFiles.ts';
import { listFiles } from './files/listFiles.ts';
import { manifestFile, publishedAtOf } from './files/manifest.ts';
import { hidesDay, type Placed, type Places, placePosts } from './files/placePosts.ts';
import { SiteWriter, type Written } from './files/SiteWriter.ts';
import { shellFiles } from './files/shell.ts';
import { staticFiles } from './files/staticFiles.ts';
import type { Stream } from './files/streamFiles.ts';
import { pictureFiles } from './find/pictureFiles.ts';
import { readOrReport } from './find/readOrReport.ts';
import { type Found, isInside, scanFolder } from './find/scanFolder.ts';
import { boundPost } from './post/boundPost.ts';
import { liquidScopes } from './post/liquidScopes.ts';
import { type Post, readPost, twinKey } from './post/readPost.ts';
import { refuseEmptying } from './refuseEmptying.ts';
import { refuseForeign } from './refuseForeign.ts';
import { Report } from './report.ts';
import { type Overrides, readSite, type Site } from './site.ts';
import { UsageError } from './UsageError.ts';
import { writeDays } from './writeDays.ts';

const DATA = 'data';

/** What to publish, where, and when "now" is. */
export type PublishOptions = Overrides & {
  readonly folder: string;
  readonly out: string;
  /** The built app. */
  readonly appFolder: string;
  readonly nowMs: number;
  /** Told how many posts are done. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** What a publish did. */
export type Published = Written & { readonly posts: number; readonly report: Report };

/**
 * Publishes a Jekyll folder: find → parse → article → plan → write. One bad post never stops it; it is in the report.
 * Throws `UsageError`, `WriteError` and `MissingAppError`; what the site folder then serves is in the message.
 */
export function publish(options: PublishOptions): Published {
  const { folder, out, nowMs } = options;
  if (isInside(folder, out))
    throw new UsageError(`${out}: the site folder must not contain the Jekyll folder ${folder}.`);
  const report = new Report();
  const site = readSite(folder, options, report);
  refuseInsidePosts(folder, out, site);
  refuseForeign(out);
  const found = scanFolder(folder, site, out, report);
  const { posts, places } = findPlaces(folder, found, site, { nowMs, report });
  refuseEmptying(folder, out, posts.length);
  const placed = groupTwins(places.placed);
  const shell = shellFiles(options.appFolder, site);

  const writer = new SiteWriter(out);
  const put = (file: DataFile) => putData(writer, file);
  const sizeOf = pictureFiles(folder, found.others, site);
  const scopeOf = liquidScopes(site, posts);
  const { streams, mentions } = writeDays(placed, { ...options, site, report, sizeOf, scopeOf, put });
  for (const file of listFiles(streams, { mentions, problems: problemsByDay(placed, report) })) put(file);
  for (const file of linkFiles(hiddenDays(placed))) put(file);
  const owned = new Set(places.placed.map(({ folded }) => folded));
  for (const file of staticFiles(folder, found.others, owned, report)) writer.put(file.path, file.bytes);
  for (const file of shell) writer.put(file.path, file.bytes);
  putManifest(writer, streams, site, { ...places, placed, nowMs });
  return { ...writer.finish(), posts: placed.length, report };
}

/** A site folder among the posts would be read as posts by the next publish. */
function refuseInsidePosts(folder: string, out: string, { settings }: Site): void {
  const inside = isInside(out, folder) ? relative(folder, out).split(sep) : [];
  if (inside.some((name) => settings.folders.includes(name)))
    throw new UsageError(`${out}: the site folder must not lie among the posts.`);
}

/** All posts that can be published, and where each lies. */
export function findPlaces(folder: string, found: Found, site: Site, run: { nowMs: number; report: Report }) {
  const posts = readAllPosts(folder, found, site, run).map((post) => boundPost(post, run.report));
  return { posts, places: placePosts(posts, (a, b) => isSameText(folder, a, b), run.report) };
}

/** The posts, and those without a date of which there is no other copy, shown or not. */
function readAllPosts(folder: string, found: Found, site: Site, run: { nowMs: number; report: Report }): Post[] {
  const posts = readPosts(folder, found.posts, site, run);
  if (found.undated.length === 0) return posts;
  const keys = new Set(found.posts.map((path) => twinKey(path, site)));
  const lone = found.undated.filter((path) => !keys.has(twinKey(path, site)));
  return [...posts, ...readPosts(folder, lone, site, run)];
}

/** Reads the place of every post; what cannot be read is reported. */
export function readPosts(
  folder: string,
  paths: readonly string[],
  site: Site,
  run: { nowMs: number; report: Report },
): Post[] {
  return paths.flatMap((path) => {
    const bytes = readOrReport(folder, path, run.report);
    return (bytes && readPost(path, bytes, site, run)) ?? [];
  });
}

/** How many problems were reported of the posts of each day; those of a twin count for the day of the one shown. */
function problemsByDay(placed: readonly Placed[], report: Report): ReadonlyMap<Day, number> {
  const ofFiles = groupBy(report.problems, ({ file }) => file);
  const counts = new Map<Day, number>();
  for (const shown of placed)
    for (const { post } of [shown, ...(shown.twins ?? [])]) {
      const count = ofFiles.get(post.path)?.length ?? 0;
      if (count > 0) counts.set(shown.post.day, (counts.get(shown.post.day) ?? 0) + count);
    }
  return counts;
}

function putManifest(
  writer: SiteWriter,
  streams: readonly Stream[],
  site: Site,
  { placed, taken, nowMs }: Places & { nowMs: number },
): void {
  const contentHash = writer.contentHash();
  const days = placed.map(({ post }) => post.day);
  const before = publishedAtOf(writer.read(`${DATA}/${MANIFEST_FILE}`), contentHash);
  const publishedAt = before ?? new Date(nowMs).toISOString().replace(/\.\d+Z$/, 'Z');
  putData(writer, manifestFile(streams, site, { days, taken, contentHash, publishedAt }));
}

function hiddenDays(placed: readonly Placed[]): ReadonlyMap<string, Day> {
  const pairs = placed.flatMap(({ post, folded, redirects }) => {
    return [folded, ...redirects]
      .filter((address) => hidesDay(address, post))
      .map((address): [string, Day] => [address, post.day]);
  });
  return new Map(pairs);
}

function putData(writer: SiteWriter, { path, bytes }: DataFile): void {
  writer.put(`${DATA}/${path}`, bytes);
}

function isSameText(folder: string, a: Post, b: Post): boolean {
  return readFileSync(join(folder, a.path)).equals(readFileSync(join(folder, b.path)));
}
