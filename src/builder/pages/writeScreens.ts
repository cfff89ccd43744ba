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
import { archiveJob, dayJob, directoryJob, homeJob, streamJob } from './pageJobs.ts';
import { isTaken, type PagesRun } from './PagesRun.ts';
import type { PageState } from './pageState.ts';
import type { ScreenPlan, StreamOf } from './planScreens.ts';

export const KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];

/** Writes the pages of streams and days that a publish changes. */
export async function writeScreens({ streams, days }: ScreenPlan, after: PageState, run: PagesRun): Promise<void> {
  await writeStreams(streams, run);
  await writeDays(days, after, run);
}

/** Writes the pages of some streams; those that are no more lose theirs. */
async function writeStreams(streams: readonly StreamOf[], run: PagesRun): Promise<void> {
  for (const { kind, slug } of streams) {
    const address = streamPath(kind, slug);
    if (isTaken(run, address)) continue;
    const head = readJson<StreamHead>(run.files, headFile(kind, slug));
    if (head === null) run.shelf.remove(address);
    else await run.put(address, () => streamJob({ ...head, kind }, run.of));
  }
}

/** Writes the pages of some days; those that have no posts lose theirs. */
async function writeDays(days: Iterable<Day>, after: PageState, run: PagesRun): Promise<void> {
  for (const day of days) {
    const address = dayPath(day);
    if (isTaken(run, address)) continue;
    if (after.note(day) === null) run.shelf.remove(address);
    else await run.put(address, () => dayJob(day, after, run.of));
    if (run.last === null) run.book.ledger.saveDays(); // And forgets them.
  }
}

/** Writes the pages that hold the whole manifest: home, for which there is the shell, directories and archive. Comes last. */
export async function writeHolding(manifest: Manifest, shell: Buffer | undefined, run: PagesRun): Promise<void> {
  const { files, put } = run;
  const of = { manifest, messages: run.of.messages };
  await put('/', () => homeJob(manifest), { ...(shell && { instead: shell }) });
  for (const kind of KINDS) {
    const directory = readJson<Directory>(files, directoryFile(kind));
    const address = directoryPath(kind);
    if (directory && !isTaken(run, address)) await put(address, () => directoryJob(directory, address, of));
  }
  const head = readJson<StreamHead>(files, headFile('all', ''));
  if (!head || isTaken(run, ARCHIVE_PATH)) return;
  const newest = head.years[0] && readJson<CalendarYear>(files, calendarFile(head.years[0].period));
  await put(ARCHIVE_PATH, () => archiveJob(head, newest ? [newest] : [], of));
}
