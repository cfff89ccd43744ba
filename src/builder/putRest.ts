import type { StreamHead } from '#shared/archive.ts';
import { headFile, MANIFEST_FILE } from '#shared/paths.ts';
import { reviseFeeds } from './feeds/reviseFeeds.ts';
import { readJson } from './files/dataFile.ts';
import { finishLists } from './files/finishLists.ts';
import { manifestFile, publishedAtOf } from './files/manifest.ts';
import { isNamedByHash } from './files/moveOrder.ts';
import type { ShellFile } from './files/shell.ts';
import { policyIn } from './hosts/policyIn.ts';
import { type OldAddresses, putHostFiles } from './hosts/putHostFiles.ts';
import type { Book } from './ledger/Book.ts';
import type { Root } from './ledger/root.ts';
import { sitePolicy } from './pages/pageFrame.ts';
import { type PagesRun, startPages } from './pages/PagesRun.ts';
import { writePages } from './pages/writePages.ts';
import { writeHolding } from './pages/writeScreens.ts';
import type { Outcome, PublishRun } from './PublishRun.ts';
import type { Report } from './report.ts';
import { reviseSitemap } from './sitemap/reviseSitemap.ts';

const HOME = 'index.html';

/** A publish that has put what it knows of posts and their lists. */
export type Done = {
  readonly book: Book;
  /** What was revised; null when everything was published anew. */
  readonly last: Root | null;
  readonly root: Omit<Root, 'format' | 'ledger'>;
  readonly outcome: Outcome;
  readonly mode: 'full' | 'changed';
  readonly report: Report;
  readonly redirects: OldAddresses;
};

/** A publish that has put all its files, and how many posts they hold. */
export type Whole = Done & { readonly count: number };

/** Puts what is made of the archive as a whole: directories, front page, feeds, the app, real pages, and last the manifest. */
export async function putRest(done: Done, run: PublishRun, shell: readonly ShellFile[]): Promise<Whole> {
  const { book, last, redirects } = done;
  const { taken } = done.outcome;
  const { options, site, writer, files } = run;
  const { ledger, names } = book;
  finishLists({ files, names, site }, (day) => (ledger.day(day)?.posts ?? []).map(({ mentions = [] }) => mentions));
  reviseFeeds({ ...run, ledger, names });
  reviseSitemap({ ...run, ledger, names }, taken);
  const ours = new Set(shell.map(({ path }) => path));
  for (const { path, bytes } of shell) if (!options.pages || path !== HOME) writer.put(path, bytes);
  for (const path of writer.beside) if (isNamedByHash(path) && !ours.has(path)) writer.remove(path);
  const posts = done.outcome.added + done.outcome.changed;
  const pages = options.pages && (await startPages({ ...run, book, last, taken, posts }, options.pages.count));
  try {
    const noted = pages && (await writePages(pages));
    putHostFiles(run, { policy: policyOf(shell, run), redirects }); // It must know all other files.
    const count = await putManifest(done, { ...run, pages }, shell);
    return { ...done, root: { ...done.root, ...(noted && { pages: noted }) }, count };
  } finally {
    await pages?.close();
  }
}

type Putting = PublishRun & { readonly pages: PagesRun | undefined };

/** Puts the manifest, and the pages that hold it before it. Answers with how many posts there are. */
async function putManifest(done: Done, run: Putting, shell: readonly ShellFile[]): Promise<number> {
  const { pages, options, site, writer, files } = run;
  const { book, last } = done;
  const { taken } = done.outcome;
  const generation = writer.generation();
  const old = writer.readBefore(`data/${MANIFEST_FILE}`);
  const publishedAt = publishedAtOf(old, generation) ?? new Date(options.nowMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const manifest = manifestFile(site, book.names, { files, edition: { taken, generation, publishedAt } });
  const home = shell.find(({ path }) => path === HOME)?.bytes;
  if (pages && (last === null || !old?.equals(manifest.bytes)))
    await writeHolding(JSON.parse(manifest.bytes.toString('utf8')), home, pages);
  files.put(manifest);
  return readJson<StreamHead>(files, headFile('all', ''))?.count ?? 0;
}

/** What the site's pages allow themselves, which the host is to say as well. */
function policyOf(shell: readonly ShellFile[], { options, site }: PublishRun): string {
  if (options.pages) return sitePolicy(options.appFolder, site);
  return policyIn(shell.find(({ path }) => path === '404.html')?.bytes.toString('utf8') ?? '');
}
