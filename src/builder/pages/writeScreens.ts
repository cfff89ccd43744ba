import type { CalendarYear, Directory, Manifest, NamedKind, StreamHead } from '#shared/archive.ts';
import {
  ARCHIVE_PATH,
  calendarFile,
  dayPath,
  directoryFile,
  directoryPath,
  headFile,
  streamPath,
} from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { readJson } from '#builder/files/dataFile.ts';
import { archiveJob, dayJob, directoryJob, homeJob, streamJob, type Whole } from './pageJobs.ts';
import { isTaken, type PagesRun, type WantedPage } from './PagesRun.ts';
import type { PageState } from './pageState.ts';
import type { ScreenPlan, StreamOf } from './planScreens.ts';

export const KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];

/** Writes the pages of streams and days that a publish changes. */
export async function writeScreens({ streams, days }: ScreenPlan, after: PageState, run: PagesRun): Promise<void> {
  await run.putAll(streamPages(streams, run));
  await run.putAll(dayPages(days, after, run));
}

/** The pages of some streams; those that are no more lose theirs. */
function* streamPages(streams: readonly StreamOf[], run: PagesRun): Generator<WantedPage> {
  for (const { kind, slug } of streams) {
    const address = streamPath(kind, slug);
    if (isTaken(run, address)) continue;
    const head = readJson<StreamHead>(run.files, headFile(kind, slug));
    if (head === null) run.shelf.remove(address);
    else yield { address, jobOf: () => streamJob({ ...head, kind }, run.of) };
  }
}

/** The pages of some days; those that have no posts lose theirs. */
function* dayPages(days: Iterable<Day>, after: PageState, run: PagesRun): Generator<WantedPage> {
  const forget = () => run.last === null && run.book.ledger.saveDays();
  for (const day of days) {
    const address = dayPath(day);
    if (isTaken(run, address)) continue;
    if (after.note(day) === null) run.shelf.remove(address);
    else yield { address, jobOf: () => dayJob(day, after, run.of), whenPut: forget };
  }
}

/** Writes the pages that hold the whole manifest: home, for which there is the shell, directories and archive. Comes last. */
export async function writeHolding(manifest: Manifest, shell: Buffer | undefined, run: PagesRun): Promise<void> {
  await run.putAll(holdingPages({ manifest, messages: run.of.messages }, shell, run));
}

function* holdingPages(of: Whole, instead: Buffer | undefined, run: PagesRun): Generator<WantedPage> {
  const { files } = run;
  yield { address: '/', jobOf: () => homeJob(of.manifest), instead };
  for (const kind of KINDS) {
    const directory = readJson<Directory>(files, directoryFile(kind));
    const address = directoryPath(kind);
    if (directory && !isTaken(run, address)) yield { address, jobOf: () => directoryJob(directory, address, of) };
  }
  const head = readJson<StreamHead>(files, headFile('all', ''));
  if (!head || isTaken(run, ARCHIVE_PATH)) return;
  const newest = head.years[0] && readJson<CalendarYear>(files, calendarFile(head.years[0].period));
  yield { address: ARCHIVE_PATH, jobOf: () => archiveJob(head, newest ? [newest] : [], of) };
}
