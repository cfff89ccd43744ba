// All that one day needs: its index and chunks, and of every list it stands in, what leads to it.
import { MissingError, orMissing } from '#data/errors.ts';
import {
  calendarOf,
  type FileToKeep,
  FRONT,
  headOf,
  indexAt,
  indexOf,
  linksAt,
  MANIFEST,
  periodOf,
} from '#data/filesToKeep.ts';
import { ALL, type StreamId } from '#data/queries.ts';
import { type DayIndex, isLeaf, type PeriodCount } from '#shared/archive.ts';
import { chunkFile, dayParts, foldAddress, linksPartFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { FileTaker } from './FileTaker.ts';
import type { TakenDay } from './ownDatabase.ts';
import { chunkCounts, isOfDay, linksOf, partsOfDay } from './planTaking.ts';

/** What was found of a day, once all of it is here. */
export type Found = Pick<TakenDay, 'count' | 'sizeBytes' | 'files'>;

/** Told of each chunk that is here: how many articles it has, and bytes. */
type OnChunk = (articles: number, bytes: number) => void;

/**
 * Takes all of a day. What is here is not fetched again; when a publish comes between, it begins anew, once. Throws the
 * errors of `loadToKeep`, and that of a device that is full.
 */
export async function takeDay(day: Day, taker: FileTaker, onChunk: OnChunk): Promise<Found> {
  try {
    return await takeOnce(day, taker, onChunk);
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    taker.askAnew();
    return takeOnce(day, taker, onChunk);
  }
}

async function takeOnce(day: Day, taker: FileTaker, onChunk: OnChunk): Promise<Found> {
  const files = new Set<string>();
  const take: Take = async (wanted) => {
    const file = await taker.take(wanted);
    files.add(wanted.path);
    return file;
  };
  const [indexes, { sections }] = await Promise.all([takeIndex(day, take), take(MANIFEST)]);
  const counts = chunkCounts(indexes);
  const streams = [ALL, ...sections.map(({ slug }): StreamId => ({ kind: 'category', slug }))];
  const takeChunk = async ([sha256, articles]: readonly [string, number]) => {
    onChunk(articles, await taker.takeChunk(sha256));
    files.add(chunkFile(sha256));
  };
  await Promise.all([
    ...Array.from(counts, takeChunk),
    ...streams.map((stream) => takeStream(stream, day, take)),
    ...indexes.map((index) => takeLinks(index, take)),
    take(calendarOf(day.slice(0, 4))),
    orMissing(take(FRONT)),
  ]);
  const own = [...files].filter((path) => isOfDay(path, day));
  return {
    files: [...files],
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    sizeBytes: own.reduce((sum, path) => sum + taker.sizeOf(path), 0),
  };
}

type Take = <T>(file: FileToKeep<T>) => Promise<T>;

/** The index of a day, or all its parts. A day that has lost its posts has none. */
async function takeIndex(day: Day, take: Take): Promise<readonly DayIndex[]> {
  const index = await orMissing(take(indexOf(day)));
  if (index === null) return [];
  if ('posts' in index) return [index];
  const parts = await Promise.all(dayParts(day).map((path) => orMissing(take(indexAt(path)))));
  return parts.filter((part) => part !== null && 'posts' in part);
}

/** Of a stream the head, and the periods that lead to a day. A section may have gone meanwhile; the stream of all may not. */
async function takeStream(stream: StreamId, day: Day, take: Take): Promise<void> {
  const head = await (stream === ALL ? take(headOf(stream)) : orMissing(take(headOf(stream))));
  const takeParts = async (parts: readonly PeriodCount[]): Promise<void> => {
    await Promise.all(
      partsOfDay(parts, day).map(async (key) => {
        const period = await take(periodOf(stream, key));
        if (!isLeaf(period)) await takeParts(period.parts);
      }),
    );
  };
  await takeParts(head?.years ?? []);
}

/** What tells the day of those addresses that do not show it. */
async function takeLinks(index: DayIndex, take: Take): Promise<void> {
  const addresses = [...Object.keys(index.posts), ...Object.keys(index.redirects ?? {})];
  await Promise.all(
    linksOf(index).map(async (path) => {
      const links = await orMissing(take(linksAt(path)));
      if (!links || !('split' in links)) return;
      const folder = path.replace(/\.json$/, '/');
      const parts = new Set(addresses.map((address) => linksPartFile(foldAddress(address))));
      const own = [...parts].filter((part) => part.startsWith(folder));
      await Promise.all(own.map((part) => orMissing(take(linksAt(part)))));
    }),
  );
}
