import { oldestFirst } from './files/placePosts.ts';
import { borrowOrReport } from './find/borrowOrReport.ts';
import { scanFolder } from './find/scanFolder.ts';
import { liquidScopes } from './post/liquidScopes.ts';
import { outputExtension, type Post, readText } from './post/readPost.ts';
import { servedFile } from './post/permalink.ts';
import { renderSource, resolveBody } from './post/renderBody.ts';
import { textField } from './post/value.ts';
import { readPosts } from './place/findPlaces.ts';
import { Report, type Skipped } from './report.ts';
import { readSite, type Site } from './site.ts';

/** What Jekyll would make of a folder: its posts, newest first, one at a time, then what it would leave out. */
export type Inspection = {
  readonly lines: Iterable<object>;
  readonly skipped: readonly Skipped[];
  readonly report: Report;
};

/** Reads a Jekyll folder as Jekyll does. A post that only we would publish is among the skipped. */
export function inspect(folder: string, nowMs: number): Inspection {
  const report = new Report();
  const site = readSite(folder, {}, report);
  const found = scanFolder(folder, site, { out: null, report });
  const posts = readPosts(folder, found.posts, site, { nowMs, report });
  const skipped = new Set(report.skipped.map(({ path }) => path));
  const jekylls = posts.filter(({ path }) => !skipped.has(path)).toSorted(oldestFirst);
  return { lines: linesOf(folder, jekylls, site, report), skipped: report.sorted().skipped, report };
}

function* linesOf(folder: string, posts: readonly Post[], site: Site, report: Report): Generator<object> {
  const fileOf = ({ url, ext }: Post) => servedFile(url, outputExtension(ext, site));
  const lastAt = new Map(posts.map((post) => [fileOf(post), post.path]));
  const scopeOf = liquidScopes(site, posts);
  for (const [position, post] of posts.toReversed().entries()) {
    const bytes = borrowOrReport(folder, post.path, report);
    if (bytes === null) continue;
    const text = readText(post.path, bytes, site);
    const { source } = resolveBody(text, site, scopeOf(text));
    const file = fileOf(post);
    const last = lastAt.get(file);
    const prefix = site.collectionsDir === '' ? 0 : site.collectionsDir.length + 1;
    yield {
      path: post.path.slice(prefix),
      url: post.url,
      file,
      id: `${post.url.replace(/\/$/, '').replace(/\/[^/]*$/, '')}/${post.slug}`,
      title: post.title,
      slug: post.slug,
      date: post.date,
      categories: post.categories,
      tags: post.tags,
      layout: textField(text.fields, 'layout') ?? null,
      draft: false,
      content: renderSource(source, post.ext, site).html ?? source,
      shadowed_by: last === post.path ? null : (last?.slice(prefix) ?? null),
      position,
    };
  }
}
