import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { chunkFile, MANIFEST_FILE } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { type ComposeContext, type Composed, composeArticle } from './article/composeArticle.ts';
import { mergeTwins } from './article/mergeTwins.ts';
import type { SizeOf } from './article/pictureSizes.ts';
import { cutChunks, packChunk } from './files/chunks.ts';
import { type DataFile, groupBy } from './files/dataFile.ts';
import { dayFiles } from './files/dayFiles.ts';
import { groupTwins } from './files/groupTwins.ts';
import { linkFiles } from './files/linkFiles.ts';
import { manifestFile, publishedAtOf } from './files/manifest.ts';
import { hidesDay, type Placed, type Places, placePosts } from './files/placePosts.ts';
import { SiteWriter, type Written } from './files/SiteWriter.ts';
import { shellFiles } from './files/shell.ts';
import { staticFiles } from './files/staticFiles.ts';
import { streamFiles } from './files/streamFiles.ts';
import { Streams } from './files/streams.ts';
import { pictureFiles } from './find/pictureFiles.ts';
import { readOrReport } from './find/readOrReport.ts';
import { type Found, isInside, scanFolder } from './find/scanFolder.ts';
import { boundPost } from './post/boundPost.ts';
import { liquidScopes } from './post/liquidScopes.ts';
import { type Post, readPost, readText, twinKey } from './post/readPost.ts';
import { refuseEmptying } from './refuseEmptying.ts';
import { refuseForeign } from './refuseForeign.ts';
import { Report } from './report.ts';
import { type Overrides, readSite, type Site } from './site.ts';
import { UsageError } from './usage.ts';

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
  const sizeOf = pictureFiles(folder, found.others, site);
  const streams = writeDays(placed, site, writer, { ...options, report, sizeOf, posts });
  for (const stream of streams.streams(site)) for (const file of streamFiles(stream)) putData(writer, file);
  for (const file of linkFiles(hiddenDays(placed))) putData(writer, file);
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

type Run = PublishOptions & { readonly report: Report; readonly sizeOf: SizeOf; readonly posts: readonly Post[] };

/** Writes chunks and indexes day by day, newest first, so that only one day's text is in memory. */
function writeDays(placed: readonly Placed[], site: Site, writer: SiteWriter, run: Run): Streams {
  const streams = new Streams();
  const context = { site, sizeOf: run.sizeOf, scopeOf: liquidScopes(site, run.posts) };
  let done = 0;
  for (const [day, ofDay] of [...groupBy(placed, ({ post }) => post.day)].toReversed()) {
    const composed = ofDay.flatMap((place) => compose(place, context, run) ?? []);
    const chunks = cutChunks(composed).map((entries) => packChunk(day, entries));
    for (const { hash, bytes } of chunks) putData(writer, { path: chunkFile(hash), bytes });
    for (const file of dayFiles(day, chunks, ofDay)) putData(writer, file);
    for (const { headline, article, versions } of composed.toReversed()) streams.add(headline, article.date, versions);
    run.onProgress?.((done += ofDay.length), placed.length);
  }
  return streams;
}

function compose(place: Placed, context: ComposeContext, run: Run): (Composed & { folded: string }) | null {
  const { post, address, folded } = place;
  const bytes = readOrReport(run.folder, post.path, run.report);
  if (bytes === null) return null;
  const own = composeArticle(post, address, readText(post.path, bytes, context.site), context);
  const twins = (place.twins ?? []).flatMap((twin) => compose(twin, context, run) ?? []);
  for (const problem of own.problems) run.report.add({ file: post.path, ...problem });
  return { ...(twins.length > 0 ? mergeTwins(own, twins) : own), folded };
}

function putManifest(
  writer: SiteWriter,
  streams: Streams,
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
