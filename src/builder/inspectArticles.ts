import { type ComposeContext, startDraft } from './article/composeArticle.ts';
import { readingSize } from './article/readingSize.ts';
import { traceSteps } from './article/traceSteps.ts';
import { groupTwins } from './files/groupTwins.ts';
import type { Placed } from './files/placePosts.ts';
import { pictureFiles } from './find/pictureFiles.ts';
import { borrowOrReport } from './find/borrowOrReport.ts';
import { scanFolder } from './find/scanFolder.ts';
import type { Inspection } from './inspect.ts';
import { liquidScopes } from './post/liquidScopes.ts';
import { readText } from './post/readPost.ts';
import { findPlaces } from './place/findPlaces.ts';
import { Report } from './report.ts';
import { readSite } from './site.ts';

/**
 * What the article steps make of a folder: for each file that would be published, newest first, a line of what every
 * step found in it, one at a time. What cannot be read is reported.
 */
export function inspectArticles(folder: string, nowMs: number): Inspection {
  const report = new Report();
  const site = readSite(folder, {}, report);
  const found = scanFolder(folder, site, { out: null, report });
  const { posts, places } = findPlaces(folder, found, site, { nowMs, report });
  const sizeOf = pictureFiles(folder, found.others, site);
  const context = { site, sizeOf, scopeOf: liquidScopes(site, posts) };
  const lines = linesOf(folder, groupTwins(places.placed), context, report);
  return { lines, skipped: report.sorted().skipped, report };
}

function* linesOf(
  folder: string,
  placed: readonly Placed[],
  context: ComposeContext,
  report: Report,
): Generator<object> {
  for (const place of placed.toReversed()) {
    const twins = place.twins ?? [];
    const line = lineOf(folder, place, context, report);
    const paths = twins.map(({ post }) => post.path);
    if (line) yield { ...line, ...(paths.length > 0 && { twins: paths }) };
    for (const twin of twins) {
      const of = lineOf(folder, twin, context, report);
      if (of) yield { ...of, twinOf: place.post.path };
    }
  }
}

function lineOf(folder: string, { post, address }: Placed, context: ComposeContext, report: Report): object | null {
  const bytes = borrowOrReport(folder, post.path, report);
  if (bytes === null) return null;
  const { start, problems } = startDraft(post, readText(post.path, bytes, context.site), context);
  for (const problem of problems) report.add({ file: post.path, ...problem });
  const { draft, steps } = traceSteps(start, context.site);
  const { size } = readingSize(draft.text ?? '');
  return { path: post.path, address, title: post.title, size, steps };
}
