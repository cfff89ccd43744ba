import { chunkFile, foldAddress } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { Crew } from './crew/Crew.ts';
import { mapAhead } from './crew/mapAhead.ts';
import { type ComposedDay, type DayJob } from './day/composeDay.ts';
import { dayComposer } from './day/dayComposer.ts';
import { groupBy } from './files/dataFile.ts';
import type { DayChange } from './files/dayChange.ts';
import { reviseLinks } from './files/reviseLinks.ts';
import { reviseLists } from './files/reviseLists.ts';
import { staticFiles } from './files/staticFiles.ts';
import type { StreamNames } from './files/StreamNames.ts';
import { scanFolder } from './find/scanFolder.ts';
import type { Book } from './ledger/Book.ts';
import type { Ledger } from './ledger/Ledger.ts';
import { noteFiles, noteWants } from './ledger/noteFiles.ts';
import { byDate, type FileNote, type Place } from './ledger/notes.ts';
import { isSameText, loneUndated } from './place/findPlaces.ts';
import { placeAll, type Placing } from './place/placeAll.ts';
import { postReader } from './place/postReader.ts';
import { sightAll } from './place/sightAll.ts';
import { claimNumber, type Sighting } from './place/sightPosts.ts';
import { linkNames } from './post/liquidScopes.ts';
import type { Outcome, PublishRun } from './PublishRun.ts';
import { hiddenAddresses, recordDay } from './recordDay.ts';
import { type Holding, refuseLosing } from './refuseLosing.ts';
import { compareText, type Problem, Report } from './report.ts';

/** A publish of everything, and what the site that lies there holds. */
export type Anew = PublishRun & { readonly publishedOf: Holding };

/**
 * Publishes every post, as if nothing had been published before: a year of days at a time, the newest first, so that
 * memory holds the paths of all posts, but the headlines of one year only. The book is a new one; days that a killed run
 * noted there are taken over where nothing they depend on has changed. Throws `SourceError` when something that is
 * published cannot be read.
 */
export async function publishAll(run: Anew, { ledger, names }: Pick<Book, 'ledger' | 'names'>): Promise<Outcome> {
  const { options, site, report, writer, crewFor } = run;
  refuseLosing(report, run.publishedOf);
  writer.startFresh();
  const found = scanFolder(options.folder, site, {
    ...{ out: options.out, report },
    onFound: (done) => options.onProgress?.({ phase: 'finding', done }),
  });
  const paths = [...found.posts, ...loneUndated(found, site)];
  const crew = crewFor(paths.length);
  try {
    const sighting = await sightAll(paths, crew, (done) => {
      options.onProgress?.({ phase: 'reading', done, total: paths.length });
    });
    report.take(sighting.report);
    refuseLosing(report, run.publishedOf);
    const placing = placeEvery(sighting, run);
    await composeEvery(placing.places, sighting, { ...run, ledger, names, crew });
    noteAll(copyAll(found.others, { sighting, placing }, run), { sighting, placing }, ledger);
    refuseLosing(report, run.publishedOf);
    const taken = placing.taken.toSorted(compareText);
    return { taken, due: report.due, added: placing.places.length, changed: 0, removed: 0 };
  } finally {
    await crew.close();
  }
}

type Seen = { readonly sighting: Sighting; readonly placing: Placing };
type Noted = readonly [path: string, note: FileNote];

function* copyAll(paths: readonly string[], { sighting, placing }: Seen, run: PublishRun): Generator<Noted> {
  const owned = lazily(() => new Set(ownedNumbers(sighting, placing)));
  const isOwned = (folded: string) => owned().has(claimNumber(folded));
  for (const { path, bytes, stamp } of staticFiles(run.options.folder, paths, { isOwned, report: run.report })) {
    if (bytes !== null) run.writer.put(path, bytes);
    yield [path, { ...stamp, ...(bytes !== null && { isCopied: true }) }];
  }
}

function noteAll(copied: Iterable<Noted>, { sighting, placing }: Seen, ledger: Ledger): void {
  dropOtherDays(placing.places, ledger);
  const wants = [...placing.wants].map(([path, now]) => [path, [], now] as const);
  noteWants(wants, ledger);
  noteFiles([...notesOf(sighting, placing), ...copied], ledger);
}

function placeEvery(sighting: Sighting, { options, site, report }: PublishRun): Placing {
  const { folder, nowMs } = options;
  const placing = placeAll(sighting, {
    ...{ site, report },
    read: postReader({ folder, site, nowMs }),
    isSameText: (a, b) => isSameText(folder, a, b),
  });
  const problems = countByFile(report.problems);
  return { ...placing, places: placing.places.map((place) => withCount(place, problems)) };
}

type ComposeAll = PublishRun & {
  readonly crew: Crew;
  readonly ledger: Ledger;
  readonly names: StreamNames;
};

async function composeEvery(places: readonly Place[], sighting: Sighting, run: ComposeAll): Promise<void> {
  const { options, site, report, files, crew, ledger, names } = run;
  const compose = dayComposer(crew, linkSources(sighting, run));
  const days = [...groupBy(places, ({ day }) => day)].toSorted(([a], [b]) => compareText(b, a));
  let done = 0;
  for (const ofYear of groupBy(days, ([day]) => day.slice(0, 4)).values()) {
    const changes: DayChange[] = [];
    const links = new Map<string, Day>();
    const finished = mapAhead(
      jobsOf(ofYear, ledger),
      crew.size * 2,
      async (job) => [job.day, await compose(job)] as const,
    );
    for await (const [day, composed] of finished) {
      reportAll(composed, report);
      changes.push(recordDay(day, composed, { files, ledger, before: null }));
      keepChunks(composed, run);
      for (const folded of hiddenAddresses(composed.note)) links.set(folded, day);
      options.onProgress?.({ phase: 'writing', done: (done += composed.note.posts.length), total: places.length });
    }
    reviseLists(changes, { files, names, site });
    reviseLinks(links, files);
    ledger.save();
  }
}

function* jobsOf(days: readonly (readonly [Day, readonly Place[]])[], ledger: Ledger): Generator<DayJob> {
  for (const [day, places] of days) yield { day, places: places.toSorted(byDate), before: ledger.day(day) };
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

/** What a killed run noted of days that have no posts by now. */
function dropOtherDays(places: readonly Place[], ledger: Ledger): void {
  const days = new Set(places.map(({ day }) => day));
  for (const day of ledger.days()) if (!days.has(day)) ledger.setDay(day, null);
}

function linkSources({ shown }: Sighting, { options, site }: PublishRun) {
  const read = postReader({ folder: options.folder, site, nowMs: options.nowMs });
  const byName = lazily(() => {
    const pairs = shown.flatMap(({ path }) => linkNames(path).map((name) => [name, path] as const));
    return groupBy(pairs, ([name]) => name);
  });
  return {
    named: (name: string) => (byName().get(name) ?? []).map(([, path]) => path),
    read: (path: string) => read(path, new Report()),
  };
}

/** Numbers of all addresses that posts have. */
function* ownedNumbers({ shown }: Sighting, { places, grouped }: Placing): Generator<number> {
  for (const { path, claims } of shown) if (!grouped.has(path)) for (const claim of claims.slice(0, 1)) yield claim;
  for (const { path, address } of places) if (grouped.has(path)) yield claimNumber(foldAddress(address));
}

function* notesOf({ shown, hidden }: Sighting, { places, grouped, wants }: Placing): Generator<[string, FileNote]> {
  const days = new Map<string, Day>();
  for (const { path, day, twins = [] } of places)
    if (grouped.has(path)) for (const file of [path, ...twins.map((twin) => twin.path)]) days.set(file, day);
  for (const { path, size, mtimeMs, hash, day: own } of shown) {
    const [day, wanted] = [grouped.has(path) ? days.get(path) : own, wants.get(path)];
    yield [path, { size, mtimeMs, hash, ...(day !== undefined && { day }), ...(wanted && { wants: wanted }) }];
  }
  for (const { path, size, mtimeMs, hash } of hidden) yield [path, { size, mtimeMs, hash }];
}

function countByFile(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of problems) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

function withCount(place: Place, counts: ReadonlyMap<string, number>): Place {
  if (counts.size === 0) return place;
  const files = [place.path, ...(place.twins ?? []).map(({ path }) => path)];
  const problems = files.reduce((sum, path) => sum + (counts.get(path) ?? 0), 0);
  return problems > 0 ? { ...place, problems } : place;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
