import type { Article, Headline } from '#shared/post.ts';
import { type Composed, composeArticle } from '#builder/article/composeArticle.ts';
import { mergeTwins } from '#builder/article/mergeTwins.ts';
import { pathOfPicture, type Size } from '#builder/find/pictureFiles.ts';
import { borrowOrReport } from '#builder/find/borrowOrReport.ts';
import type { Lookup, Place, PostNote } from '#builder/ledger/notes.ts';
import { boundPost } from '#builder/post/boundPost.ts';
import { liquidScope } from '#builder/post/liquidScopes.ts';
import { postOf, readText } from '#builder/post/readPost.ts';
import { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';

/** What composing needs: the folder's posts and what they ask of other files. */
export type ComposeRun = {
  readonly folder: string;
  readonly site: Site;
  readonly nowMs: number;
  /** Answers a post's question to other files; null when the answer is not known yet. */
  readonly ask: (question: string) => string | null;
};

/** A post as its day's files hold it: its note, and its article's JSON. */
export type ComposedPost = { readonly note: PostNote; readonly json: string };

/** Reads a placed post and its twins, and composes their article. Null, and reported, when it cannot be read any more. */
export function composePlace(place: Place, run: ComposeRun, report: Report): ComposedPost | null {
  const found = new Report();
  const lookups = new Map<string, string>();
  const composed = compose(place, { run, report: found, lookups });
  report.take(found);
  if (composed === null) return null;
  const { article, headline, versions } = composed;
  const json = JSON.stringify(article);
  const size = { date: article.date, sizeBytes: Buffer.byteLength(json) };
  const told = { ...ofArticle(article), ...(versions && { versions: versions.map(namesOnly) }) };
  return { note: { ...placeOf(place), ...size, headline, ...told, ...noted(found, [...lookups]) }, json };
}

/** A place alone, without what else its value may hold. */
export function placeOf({ path, hash, instantMs, day, address, redirects = [], twins = [], problems }: Place): Place {
  return {
    ...{ path, hash, instantMs, day, address },
    ...(redirects.length > 0 && { redirects }),
    ...(twins.length > 0 && { twins: twins.map(placeOf) }),
    ...(problems && { problems }),
  };
}

type Asking = { readonly run: ComposeRun; readonly report: Report; readonly lookups: Map<string, string> };

function compose(place: Place, { run, report, lookups }: Asking): Composed | null {
  const { folder, site, nowMs } = run;
  const bytes = borrowOrReport(folder, place.path, report);
  if (!bytes) return null;
  const text = readText(place.path, bytes, site);
  // What its place says was reported when it was placed.
  const post = postOf(place.path, text, site, { nowMs, report: new Report() });
  if (post?.day !== place.day) {
    report.add({
      kind: 'file',
      file: place.path,
      found: 'changed while it was published',
      remedy: 'It was left out; publish again.',
    });
    return null;
  }
  const ask = (question: string) => {
    const answer = run.ask(question);
    lookups.set(question, answer ?? '');
    return answer ?? '';
  };
  const own = composeArticle(boundPost(post, new Report()), place.address, text, {
    site,
    scopeOf: liquidScope(site, (name) => ask(`link:${name}`) || undefined),
    sizeOf: (src) => sizeOf(src, site, ask),
  });
  const twins = (place.twins ?? []).flatMap((twin) => compose(twin, { run, report, lookups }) ?? []);
  for (const problem of own.problems) report.add({ file: place.path, ...problem });
  return twins.length > 0 ? mergeTwins(own, twins) : own;
}

function sizeOf(src: string, site: Site, ask: (question: string) => string): Size | null {
  const path = pathOfPicture(src, site);
  const [width, height] = path === null ? [] : ask(`size:${path}`).split('x').map(Number);
  return width && height ? { width, height } : null;
}

function ofArticle({ mentions }: Article): Pick<PostNote, 'mentions'> {
  return mentions ? { mentions } : {};
}

/** What naming streams asks of a version. */
function namesOnly({ address, title, time, categories, tags }: Headline): Headline {
  return { address, title, time, ...(categories && { categories }), ...(tags && { tags }) };
}

function noted({ problems }: Report, lookups: readonly Lookup[]): Pick<PostNote, 'found' | 'lookups'> {
  return { ...(problems.length > 0 && { found: problems }), ...(lookups.length > 0 && { lookups }) };
}
