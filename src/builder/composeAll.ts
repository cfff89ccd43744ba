import type { Day } from '#shared/post.ts';
import { chunkFile } from '#shared/paths.ts';
import type { Crew } from './crew/Crew.ts';
import { mapAhead } from './crew/mapAhead.ts';
import type { ComposedDay } from './day/composeDay.ts';
import { dayComposer } from './day/dayComposer.ts';
import { ListChanges } from './files/ListChanges.ts';
import { reviseLinks } from './files/reviseLinks.ts';
import type { StreamNames } from './files/StreamNames.ts';
import type { Ledger } from './ledger/Ledger.ts';
import type { LinkSources } from './place/linkAnswers.ts';
import type { PlacesByDay } from './place/placesByDay.ts';
import type { PublishRun } from './PublishRun.ts';
import { hiddenAddresses, recordDay } from './recordDay.ts';
import type { Report } from './report.ts';

type ComposeAll = PublishRun & {
  readonly crew: Crew;
  readonly ledger: Ledger;
  readonly names: StreamNames;
  readonly links: LinkSources;
};

/**
 * How many posts' rows are held before their lists are revised. It bounds memory, and costs that the heads of streams
 * are written once for so many.
 */
const ROWS_AT_ONCE = 50_000;

/**
 * Composes all days, the newest first, and revises the lists. The crew goes on composing while this thread writes, so
 * that memory holds some days and the rows of some lists, whatever the size of the archive.
 */
export async function composeAll(places: PlacesByDay, run: ComposeAll): Promise<void> {
  const { options, files, crew, ledger, names, site, touched } = run;
  const compose = dayComposer(crew, run.links);
  const hidden = new Map<string, Day>();
  const lists = new ListChanges({ files, names, site, touched });
  let done = 0;
  const finished = mapAhead(places.days, crew.ahead, async (day) => {
    const composed = await compose({ day, places: places.on(day), before: ledger.day(day) });
    return { day, composed };
  });
  for await (const { day, composed } of finished) {
    reportAll(composed, run.report);
    touched.addDay(day, null);
    lists.add(recordDay(day, composed, { files, ledger, before: null }));
    keepChunks(composed, run);
    for (const folded of hiddenAddresses(composed.note)) hidden.set(folded, day);
    ledger.saveDays();
    options.onProgress?.({ phase: 'writing', done: (done += composed.note.posts.length), total: places.count });
    if (lists.rows < ROWS_AT_ONCE) continue;
    lists.revise();
    ledger.save();
  }
  lists.revise();
  ledger.save();
  reviseLinks(hidden, files);
}

/** Chunks that a killed run left are part of this site as if they were made now. */
function keepChunks({ note, chunks }: ComposedDay, { writer }: PublishRun): void {
  const made = new Set(chunks.map(({ hash }) => hash));
  for (const { hash } of note.chunks) {
    const path = `data/${chunkFile(hash)}`;
    const bytes = made.has(hash) ? null : writer.readBefore(path);
    if (bytes !== null) writer.put(path, bytes);
  }
}

function reportAll({ note, read, report: found }: ComposedDay, report: Report): void {
  report.take(found);
  const isRead = new Set(read);
  for (const { path, found: noted = [] } of note.posts)
    if (!isRead.has(path)) for (const problem of noted) report.add(problem);
}
