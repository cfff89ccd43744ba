import { relative, sep } from 'node:path';
import type { StreamHead } from '#shared/archive.ts';
import { headFile, MANIFEST_FILE } from '#shared/paths.ts';
import { inlineCrew } from './crew/inlineCrew.ts';
import { threadCrew } from './crew/threadCrew.ts';
import { reportFeeds } from './feeds/reportFeeds.ts';
import { reviseFeeds } from './feeds/reviseFeeds.ts';
import { DamagedSiteError } from './files/DamagedSiteError.ts';
import { type DataFiles, readJson } from './files/dataFile.ts';
import { finishLists } from './files/finishLists.ts';
import { manifestFile, publishedAtOf } from './files/manifest.ts';
import { isNamedByHash } from './files/moveOrder.ts';
import { type ShellFile, shellFiles } from './files/shell.ts';
import { SiteWriter, type Written } from './files/SiteWriter.ts';
import { asWriteError } from './files/WriteError.ts';
import { changesSince } from './find/changesSince.ts';
import { stemOf } from './find/folderRules.ts';
import { type GitState, gitState } from './find/git.ts';
import { isInside } from './find/scanFolder.ts';
import { policyIn } from './hosts/policyIn.ts';
import { oldAddresses, type OldAddresses, putHostFiles } from './hosts/putHostFiles.ts';
import { basisOf } from './ledger/basis.ts';
import {
  type Book,
  dropOtherBooks,
  keepBook,
  nextBook,
  presentBook,
  presentNotes,
  presentRoot,
} from './ledger/Book.ts';
import { isOnBasis, type Root } from './ledger/root.ts';
import { twinKey } from './post/readPost.ts';
import { publishAll } from './publishAll.ts';
import { publishChanged } from './publishChanged.ts';
import { sitePolicy } from './pages/pageFrame.ts';
import { startPages } from './pages/PagesRun.ts';
import { writePages } from './pages/writePages.ts';
import { writeHolding } from './pages/writeScreens.ts';
import type { Outcome, PublishOptions, PublishRun } from './PublishRun.ts';
import { refuseEmptying } from './refuseEmptying.ts';
import { refuseIncomplete } from './refuseIncomplete.ts';
import { refuseForeign } from './refuseForeign.ts';
import { publishedIn, refuseVanished } from './refuseLosing.ts';
import { compareText, Report } from './report.ts';
import { readSite, type Site } from './site.ts';
import { reviseSitemap } from './sitemap/reviseSitemap.ts';
import { Touched } from './Touched.ts';
import { UsageError } from './UsageError.ts';

/** What a publish did, or, of a dry run, would do. */
export type Published = {
  readonly posts: number;
  /** Whether all posts were read, or only what changed. */
  readonly mode: 'full' | 'changed';
  /** Posts that came, were read again, and went. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** When the next post is due, in milliseconds since 1970; null when none waits for its time. */
  readonly dueMs: number | null;
  readonly site: Written;
  readonly report: Report;
};

const DAY_MS = 86_400_000;
const HOME = 'index.html';

/**
 * Publishes a Jekyll folder: find what changed → place posts → compose days → revise lists → write. One bad post never
 * stops it; it is in the report. Throws `UsageError`, `SourceError`, `WriteError` and `MissingAppError`; what the site
 * folder then serves is in the message.
 */
export async function publish(given: PublishOptions): Promise<Published> {
  const options = withPages(given);
  const { folder, out, nowMs, keepMs = DAY_MS, isDry = false, handOver } = options;
  const start = checkFolders(options);
  const shell = shellFiles(options.appFolder, start.site);
  const writer = new SiteWriter(out, { nowMs, keepMs, isDry, isListed: handOver !== undefined });
  try {
    const run = {
      ...start,
      options,
      writer,
      crewFor: crewOf(options),
      files: dataFilesOf(writer),
      touched: new Touched(),
    };
    const { book, root, outcome, mode, report, count } = await reviseOrStartAnew(run, shell);
    refuseVanished(folder);
    refuseEmptying(folder, out, count);
    keepBook(book, root, writer);
    const site = writer.finish();
    if (!isDry) dropOtherBooks(out, book);
    handOver?.(site);
    if (handOver) writer.listed();
    const { added, changed, removed } = outcome;
    return { posts: count, mode, added, changed, removed, dueMs: nextDue(outcome, nowMs), site, report };
  } catch (cause) {
    throw asWriteError(cause, out);
  } finally {
    writer.close();
  }
}

/** No pages are no pages, however that is said. */
function withPages({ pages, ...options }: PublishOptions): PublishOptions {
  return pages && pages.count > 0 ? { ...options, pages } : options;
}

/** When the next post is due. One whose time has come, and which cannot be read, waits for the next publish. */
function nextDue({ due }: Outcome, nowMs: number): number | null {
  const next = due.reduce((soonest, { instantMs }) => {
    return instantMs > nowMs ? Math.min(soonest, instantMs) : soonest;
  }, Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next : null;
}

// Fewer posts are read before a thread has started.
const MIN_POSTS_FOR_THREADS = 2000;

function crewOf({ folder, out, nowMs, base, future, threads }: PublishOptions): PublishRun['crewFor'] {
  const overrides = { ...(base !== undefined && { base }), ...(future !== undefined && { future }) };
  const task = { folder, out, nowMs, overrides };
  return (posts) => {
    const isWorth = threads !== undefined && threads.size > 1 && posts >= MIN_POSTS_FOR_THREADS;
    return isWorth ? threadCrew(task, threads) : inlineCrew(task);
  };
}

/** Reads the settings, and refuses folders that would be spoiled. */
function checkFolders(options: PublishOptions): { readonly site: Site; readonly report: Report } {
  const { folder, out } = options;
  if (isInside(folder, out))
    throw new UsageError(`${out}: the site folder must not contain the Jekyll folder ${folder}.`);
  const report = new Report();
  const site = readSite(folder, options, report);
  reportFeeds(site, report);
  refuseInsidePosts(folder, out, site);
  refuseForeign(out);
  return { site, report };
}

/** A site folder among the posts would be read as posts by the next publish. */
function refuseInsidePosts(folder: string, out: string, { settings }: Site): void {
  const inside = isInside(out, folder) ? relative(folder, out).split(sep) : [];
  if (inside.some((name) => settings.folders.includes(name)))
    throw new UsageError(`${out}: the site folder must not lie among the posts.`);
}

const data = (path: string) => `data/${path}`;

function dataFilesOf(writer: SiteWriter): DataFiles {
  return {
    read: (path) => writer.read(data(path)),
    put: ({ path, bytes }) => writer.put(data(path), bytes),
    remove: (path) => writer.remove(data(path)),
  };
}

type Done = {
  readonly book: Book;
  /** What was revised; null when everything was published anew. */
  readonly last: Root | null;
  readonly root: Omit<Root, 'format' | 'ledger'>;
  readonly outcome: Outcome;
  readonly mode: Published['mode'];
  readonly report: Report;
  readonly redirects: OldAddresses;
};

/** A publish that has put all its files, and how many posts they hold. */
type Whole = Done & { readonly count: number };

/** Revises what the last publish left, where that is known and of the same settings; else publishes everything. */
async function reviseOrStartAnew(run: PublishRun, shell: readonly ShellFile[]): Promise<Whole> {
  const { folder, out, isFull, isDry = false, onNotice } = run.options;
  const basis = basisOf(folder, run.options);
  const shelf = { out, writer: run.writer, keyOf: (path: string) => twinKey(path, run.site) ?? stemOf(path), isDry };
  let root: Root | null = null;
  try {
    root = presentRoot(shelf);
    if (root && run.writer.isKnown && !isFull && isOnBasis(root, basis)) {
      refuseIncomplete(out, appPathsAmong(run.writer.beside, shell));
      return await putRest(await revise({ book: presentBook(root, shelf), root }, run), run, shell);
    }
  } catch (cause) {
    if (!(cause instanceof DamagedSiteError)) throw cause;
    onNotice?.(`${cause.message}: everything is published anew.`);
  }
  const { report } = checkFolders(run.options);
  const book = nextBook(basis, root?.ledger ?? null, shelf);
  const git = gitState(folder); // Before anything is read: what changes meanwhile is found next time.
  const publishedOf = publishedIn(out, root && presentNotes(root, shelf));
  const anew = { ...run, report, touched: new Touched() };
  const outcome = await publishAll({ ...anew, publishedOf }, book);
  const redirects = oldAddresses(book.ledger, run.options);
  const done = {
    book,
    last: null,
    root: rootOf(outcome, git, report),
    outcome,
    mode: 'full',
    report,
    redirects,
  } as const;
  return putRest(done, anew, shell);
}

function appPathsAmong(published: readonly string[], shell: readonly ShellFile[]): readonly string[] {
  const isPublished = new Set(published);
  return shell.map(({ path }) => path).filter((path) => isPublished.has(path));
}

async function revise({ book, root }: { book: Book; root: Root }, run: PublishRun): Promise<Done> {
  const { folder, out, changed, onNotice, onProgress } = run.options;
  // Where the changes are told, git is not asked, and what it knew stays true.
  const git = changed ? (root.git ?? null) : gitState(folder);
  const scan = { folder, out, site: run.site, noted: book.ledger.files(), report: run.report, onProgress };
  const hints = { listed: changed, last: root.git ?? null, now: git, unread: root.unread };
  const { paths, notice } = changesSince(hints, scan);
  if (notice !== undefined) onNotice?.(notice);
  const outcome = await publishChanged(paths, { ...run, ledger: book.ledger, names: book.names, root });
  const redirects = oldAddresses(book.ledger, run.options);
  return {
    book,
    last: root,
    root: rootOf(outcome, git, run.report),
    outcome,
    mode: 'changed',
    report: run.report,
    redirects,
  };
}

/** What the site's pages allow themselves, which the host is to say as well. */
function policyOf(shell: readonly ShellFile[], { options, site }: PublishRun): string {
  if (options.pages) return sitePolicy(options.appFolder, site);
  return policyIn(shell.find(({ path }) => path === '404.html')?.bytes.toString('utf8') ?? '');
}

function rootOf({ taken, due }: Outcome, git: GitState | null, report: Report): Done['root'] {
  const unread = [...new Set(report.unread.map(({ file }) => file))].toSorted(compareText);
  return { taken, due, ...(unread.length > 0 && { unread }), ...(git && { git }) };
}

/** Puts what is made of the archive as a whole: directories, front page, feeds, the app, real pages, and last the manifest. */
async function putRest(done: Done, run: PublishRun, shell: readonly ShellFile[]): Promise<Whole> {
  const { book, last, redirects } = done;
  const { options, site, writer, files } = run;
  const { ledger, names } = book;
  putHostFiles(run, { policy: policyOf(shell, run), redirects });
  finishLists({ files, names, site }, (day) => (ledger.day(day)?.posts ?? []).map(({ mentions = [] }) => mentions));
  reviseFeeds({ ...run, ledger, names });
  reviseSitemap({ ...run, ledger, names }, taken);
  const ours = new Set(shell.map(({ path }) => path));
  for (const { path, bytes } of shell) if (!options.pages || path !== HOME) writer.put(path, bytes);
  for (const path of writer.beside) if (isNamedByHash(path) && !ours.has(path)) writer.remove(path);
  const { taken } = done.outcome;
  const pages = options.pages && (await startPages({ ...run, book, last, taken }, options.pages));
  const noted = pages && (await writePages(pages));
  const generation = writer.generation();
  const old = writer.readBefore(`data/${MANIFEST_FILE}`);
  const publishedAt = publishedAtOf(old, generation) ?? new Date(options.nowMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const manifest = manifestFile(site, names, { files, edition: { taken, generation, publishedAt } });
  const home = shell.find(({ path }) => path === HOME)?.bytes;
  if (pages && (last === null || !old?.equals(manifest.bytes)))
    await writeHolding(JSON.parse(manifest.bytes.toString('utf8')), home, pages);
  files.put(manifest);
  const count = readJson<StreamHead>(files, headFile('all', ''))?.count ?? 0;
  return { ...done, root: { ...done.root, ...(noted && { pages: noted }) }, count };
}
