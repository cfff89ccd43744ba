import type { MentionCount } from '#shared/archive.ts';
import { chunkFile } from '#shared/paths.ts';
import { type ComposeContext, type Composed, composeArticle } from './article/composeArticle.ts';
import { mergeTwins } from './article/mergeTwins.ts';
import { cutChunks, packChunk } from './files/chunks.ts';
import { type DataFile, groupBy } from './files/dataFile.ts';
import { dayFiles } from './files/dayFiles.ts';
import { mostMentioned } from './files/front.ts';
import type { Placed } from './files/placePosts.ts';
import type { Stream } from './files/streamFiles.ts';
import { Streams } from './files/streams.ts';
import { readOrReport } from './find/readOrReport.ts';
import { readText } from './post/readPost.ts';
import type { Report } from './report.ts';

/** What writing the days needs: the posts' folder, what all of them share, and where files and problems go. */
export type WriteRun = ComposeContext & {
  readonly folder: string;
  readonly report: Report;
  readonly put: (file: DataFile) => void;
  /** Told how many posts are done. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** What is left of the articles when their days are written: their lists, and what the last day mentions most. */
export type Gathered = { readonly streams: readonly Stream[]; readonly mentions: readonly MentionCount[] };

/** Writes chunks and indexes day by day, newest first, so that only one day's text is in memory. */
export function writeDays(placed: readonly Placed[], run: WriteRun): Gathered {
  const streams = new Streams();
  let mentions: readonly MentionCount[] | null = null;
  let done = 0;
  for (const [day, ofDay] of [...groupBy(placed, ({ post }) => post.day)].toReversed()) {
    const composed = ofDay.flatMap((place) => compose(place, run) ?? []);
    const chunks = cutChunks(composed).map((articles) => packChunk(day, articles));
    for (const { hash, bytes } of chunks) run.put({ path: chunkFile(hash), bytes });
    for (const file of dayFiles(day, chunks, ofDay)) run.put(file);
    for (const { headline, article, versions } of composed.toReversed()) streams.add(headline, article.date, versions);
    if (composed.length > 0) mentions ??= mostMentioned(composed.map(({ article }) => article));
    run.onProgress?.((done += ofDay.length), placed.length);
  }
  return { streams: streams.streams(run.site), mentions: mentions ?? [] };
}

function compose(place: Placed, run: WriteRun): (Composed & { folded: string }) | null {
  const { post, address, folded } = place;
  const bytes = readOrReport(run.folder, post.path, run.report);
  if (bytes === null) return null;
  const own = composeArticle(post, address, readText(post.path, bytes, run.site), run);
  const twins = (place.twins ?? []).flatMap((twin) => compose(twin, run) ?? []);
  for (const problem of own.problems) run.report.add({ file: post.path, ...problem });
  return { ...(twins.length > 0 ? mergeTwins(own, twins) : own), folded };
}
