import { checkFolders } from './checkFolders.ts';
import { DamagedSiteError } from './files/DamagedSiteError.ts';
import type { ShellFile } from './files/shell.ts';
import { changesSince } from './find/changesSince.ts';
import { stemOf } from './find/folderRules.ts';
import { type GitState, gitState } from './find/git.ts';
import { oldAddresses } from './hosts/putHostFiles.ts';
import { basisOf } from './ledger/basis.ts';
import { type Book, nextBook, presentBook, presentNotes, presentRoot } from './ledger/Book.ts';
import { isOnBasis, type Root } from './ledger/root.ts';
import { twinKey } from './post/readPost.ts';
import { publishAll } from './publishAll.ts';
import { publishChanged } from './publishChanged.ts';
import type { Outcome, PublishRun } from './PublishRun.ts';
import { type Done, putRest, type Whole } from './putRest.ts';
import { refuseIncomplete } from './refuseIncomplete.ts';
import { publishedIn } from './refuseLosing.ts';
import { compareText, type Report } from './report.ts';
import { Touched } from './Touched.ts';

/** Revises what the last publish left, where that is known and of the same settings; else publishes everything. */
export async function reviseOrStartAnew(run: PublishRun, shell: readonly ShellFile[]): Promise<Whole> {
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

function rootOf({ taken, due }: Outcome, git: GitState | null, report: Report): Done['root'] {
  const unread = [...new Set(report.unread.map(({ file }) => file))].toSorted(compareText);
  return { taken, due, ...(unread.length > 0 && { unread }), ...(git && { git }) };
}
