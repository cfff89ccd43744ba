import { loadMessages, localeFor } from '#messages/messages.ts';
import { crewOf } from './crew/crewOf.ts';
import { checkFolders } from './checkFolders.ts';
import { dataFilesOf } from './files/dataFilesOf.ts';
import { screenshotsOf } from './files/screenshots.ts';
import { shellFiles } from './files/shell.ts';
import { SiteWriter, type Written } from './files/SiteWriter.ts';
import { asWriteError } from './files/WriteError.ts';
import { dropOtherBooks, keepBook } from './ledger/Book.ts';
import type { Outcome, PublishOptions } from './PublishRun.ts';
import { refuseEmptying } from './refuseEmptying.ts';
import { refuseVanished } from './refuseLosing.ts';
import type { Report } from './report.ts';
import { reviseOrStartAnew } from './reviseOrStartAnew.ts';
import { Touched } from './Touched.ts';

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

/**
 * Publishes a Jekyll folder: find what changed → place posts → compose days → revise lists → write. One bad post never
 * stops it; it is in the report. Throws `UsageError`, `SourceError`, `WriteError` and `MissingAppError`; what the site
 * folder then serves is in the message.
 */
export async function publish(given: PublishOptions): Promise<Published> {
  const options = withPages(given);
  const { folder, out, nowMs, keepMs = DAY_MS, isDry = false, handOver } = options;
  const start = checkFolders(options);
  const words = await loadMessages(localeFor([start.site.lang]));
  const screenshots = screenshotsOf(folder, start.site, start.report);
  const shell = shellFiles(options.appFolder, start.site, { words, screenshots });
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
