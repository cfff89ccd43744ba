// What a day needs to be read without a network, and what is to be done next. All pure.
import { addDays } from '#shared/calendar.ts';
import type { DayIndex, PeriodCount } from '#shared/archive.ts';
import { dayInAddress, linksFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { TakenDay } from './ownDatabase.ts';

/** The periods among these that a day lies in, or that lie in it. */
export function partsOfDay(parts: readonly PeriodCount[], day: Day): readonly string[] {
  return parts.map(({ period }) => period).filter((period) => day.startsWith(period.slice(0, day.length)));
}

/** The files that tell the day of addresses which do not show it. */
export function linksOf(index: Pick<DayIndex, 'day' | 'posts' | 'redirects'>): readonly string[] {
  const addresses = [...Object.keys(index.posts), ...Object.keys(index.redirects ?? {})];
  return [...new Set(addresses.filter((folded) => dayInAddress(folded) !== index.day).map(linksFile))];
}

/** How many articles of a day lie in each of its chunks. */
export function chunkCounts(indexes: readonly DayIndex[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { chunks, posts } of indexes)
    for (const position of Object.values(posts)) {
      const sha256 = chunks[position];
      if (sha256 !== undefined) counts.set(sha256, (counts.get(sha256) ?? 0) + 1);
    }
  return counts;
}

/** Whether a file serves one day alone. What serves many is not counted with any of them. */
export function isOfDay(path: string, day: Day): boolean {
  return path.startsWith('posts/') || path.startsWith(`days/${day.replaceAll('-', '/')}`) || path.includes(`/${day}`);
}

/** The day to be taken next: the newest of those that are not here whole, or not as they are now. */
export function nextDay(days: Iterable<TakenDay>): TakenDay | undefined {
  const waiting = [...days].filter((taken) => isWaiting(taken) && !taken.isPaused);
  return waiting.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0];
}

/** Whether something of a day is still to be fetched. */
export function isWaiting({ doneAt, isStale }: TakenDay): boolean {
  return doneAt === undefined || isStale === true;
}

/** The files that go with some days: those that no other day needs. */
export function filesToDrop(dropped: readonly TakenDay[], others: Iterable<TakenDay>): readonly string[] {
  const needed = new Set([...others].flatMap(({ files }) => files));
  return [...new Set(dropped.flatMap(({ files }) => files))].filter((path) => !needed.has(path));
}

/** Bytes of an archive's articles, of which some may be here already, as far as those tell. */
export function bytesPerArticle(days: Iterable<TakenDay>): number | null {
  let [bytes, count] = [0, 0];
  for (const taken of days)
    if (taken.doneAt !== undefined) [bytes, count] = [bytes + taken.sizeBytes, count + taken.count];
  return count > 0 ? bytes / count : null;
}

/** The newest days of an archive that have posts, the newest first. */
export function newestDays(last: Day, wanted: number, countOf: (day: Day) => number): readonly Day[] {
  const days: Day[] = [];
  for (let back = 0; days.length < wanted && back < LONGEST_LOOK; back++) {
    const day = addDays(last, -back);
    if (countOf(day) > 0) days.push(day);
  }
  return days;
}

const LONGEST_LOOK = 90;
