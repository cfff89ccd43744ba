import { foldAddress } from '#shared/paths.ts';
import { composeAll } from './composeAll.ts';
import { feedSettings } from './feeds/feedSettings.ts';
import { groupBy } from './files/dataFile.ts';
import { staticFiles } from './files/staticFiles.ts';
import { scanFolder } from './find/scanFolder.ts';
import { hostPaths } from './hosts/putHostFiles.ts';
import type { Book } from './ledger/Book.ts';
import type { Ledger } from './ledger/Ledger.ts';
import type { FileNote } from './ledger/notes.ts';
import { loneUndated, textComparer } from './place/findPlaces.ts';
import type { LinkSources } from './place/linkAnswers.ts';
import { placeAll, type Placing } from './place/placeAll.ts';
import { placesByDay } from './place/placesByDay.ts';
import { postReader, readerForOthers } from './place/postReader.ts';
import { type AllSightings, sightAll } from './place/sightAll.ts';
import { claimNumber } from './place/sightPosts.ts';
import { linkNames } from './post/liquidScopes.ts';
import type { Outcome, PublishRun } from './PublishRun.ts';
import { noteAll } from './noteAll.ts';
import { type Holding, refuseLosing } from './refuseLosing.ts';
import { compareText } from './report.ts';

/** A publish of everything, and what the site that lies there holds. */
export type Anew = PublishRun & { readonly publishedOf: Holding };

/**
 * Publishes every post, as if nothing had been published before, so that memory holds where each of them lies, but the
 * text of a few days only. The book is a new one; days that a killed run noted there are taken over where nothing they
 * depend on has changed. Throws `SourceError` when something that is published cannot be read.
 */
export async function publishAll(run: Anew, { ledger, names }: Pick<Book, 'ledger' | 'names'>): Promise<Outcome> {
  const { report, writer } = run;
  refuseLosing(report, run.publishedOf);
  writer.startFresh();
  const { paths, others } = findFiles(run);
  const { sightings, placing, count } = await publishPosts(paths, run, { ledger, names });
  const copied = copyAll(others, { sightings, placing }, run);
  noteAll({ sightings, placing, copied }, ledger);
  refuseLosing(report, run.publishedOf);
  const taken = placing.taken.toSorted(compareText);
  return { taken, due: report.due, added: count, changed: 0, removed: 0 };
}

/** Reads, places and composes the posts among some files. The crew goes home then, since its memory is wanted. */
async function publishPosts(
  paths: readonly string[],
  run: Anew,
  { ledger, names }: Pick<Book, 'ledger' | 'names'>,
): Promise<Seen & { readonly count: number }> {
  const { options, report } = run;
  const crew = run.crewFor(paths.length);
  try {
    const sightings = await sightAll(paths, crew, (done) => {
      options.onProgress?.({ phase: 'reading', done, total: paths.length });
    });
    report.take(sightings.report);
    refuseLosing(report, run.publishedOf);
    const placing = placeAll(sightings, placeRun(run));
    const places = placesByDay(sightings.shown, placing, report.problems);
    dropOtherDays(places.days, ledger);
    await composeAll(places, { ...run, ledger, names, crew, links: linkSources(sightings, run) });
    return { sightings, placing, count: places.count };
  } finally {
    await crew.close();
  }
}

/** The files that may be posts, and those that may be copied. */
function findFiles({ options, site, report }: PublishRun) {
  const found = scanFolder(options.folder, site, {
    ...{ out: options.out, report },
    onFound: (done) => options.onProgress?.({ phase: 'finding', done }),
  });
  const undated = loneUndated(found, site);
  return { paths: undated.length > 0 ? [...found.posts, ...undated] : found.posts, others: found.others };
}

function placeRun({ options: { folder, nowMs }, site, report }: PublishRun): Parameters<typeof placeAll>[1] {
  const read = postReader({ folder, site, nowMs });
  return { site, report, read, isSameText: textComparer(folder, report) };
}

/** What a killed run noted of days that have no posts by now. */
function dropOtherDays(days: readonly string[], ledger: Ledger): void {
  const kept = new Set(days);
  for (const day of ledger.days()) if (!kept.has(day)) ledger.setDay(day, null);
}

function linkSources({ shown }: AllSightings, { options, site, report }: PublishRun): LinkSources {
  const read = postReader({ folder: options.folder, site, nowMs: options.nowMs });
  const byName = lazily(() => {
    const paths = Array.from({ length: shown.length }, (_post, index) => shown.pathAt(index));
    const pairs = paths.flatMap((path) => linkNames(path).map((name) => [name, path] as const));
    return groupBy(pairs, ([name]) => name);
  });
  return {
    named: (name: string) => (byName().get(name) ?? []).map(([, path]) => path),
    read: readerForOthers(read, report),
  };
}

type Seen = { readonly sightings: AllSightings; readonly placing: Placing };

/** Puts the static files among some paths, and tells how to note each. */
function copyAll(paths: readonly string[], { sightings, placing }: Seen, run: PublishRun): Map<string, FileNote> {
  const owned = lazily(() => new Set(ownedNumbers(sightings, placing)));
  const { report, options } = run;
  const { folder, host } = options;
  const isOwned = (folded: string) => owned().has(claimNumber(folded));
  const notes = new Map<string, FileNote>();
  const statics = { isOwned, hostPaths: hostPaths(host), feedPlaces: feedSettings(run.site).places, report };
  for (const { path, bytes, stamp } of staticFiles(folder, paths, statics)) {
    if (bytes !== null) run.writer.put(path, bytes);
    notes.set(path, { ...stamp, ...(bytes !== null && { isCopied: true }) });
  }
  return notes;
}

/** Numbers of all addresses that posts have. */
function* ownedNumbers({ shown }: AllSightings, { placed, grouped }: Placing): Generator<number> {
  for (let index = 0; index < shown.length; index++)
    if (!grouped.has(shown.pathAt(index))) for (const claim of shown.claimsAt(index).slice(0, 1)) yield claim;
  for (const { address } of placed) yield claimNumber(foldAddress(address));
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
