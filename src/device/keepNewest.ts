// What comes by itself: the newest days, and what publishing has changed of the days that are here.
import { orMissing } from '#data/errors.ts';
import { calendarOf, type FileToKeep, indexOf, MANIFEST } from '#data/filesToKeep.ts';
import { loadToKeep } from '#data/loadToKeep.ts';
import { addDays, readCalendars } from '#shared/calendar.ts';
import { dayFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { TakenDay } from './ownDatabase.ts';
import { bytesPerArticle, isWaiting, newestDays } from './planTaking.ts';
import { dropDays, startTaking, takeDays } from './takeAlong.ts';
import { loadTakenDays, putTakenDays, takenDays } from './takenDays.ts';
import { TakenShelf } from './TakenShelf.ts';

/** What an article takes, with its lists, before any is here. */
export const USUAL_BYTES = 3000;
const DAY_MS = 86_400_000;
const QUARTER = 90;

const { signal } = new AbortController();

/**
 * Takes the newest days of the archive that have posts, drops those that came so and are no longer among them, and
 * fetches what has changed of all that is here. Rejects with the errors of `loadToKeep`.
 */
export async function keepNewest(wanted: number): Promise<void> {
  await loadTakenDays();
  if (wanted === 0 && takenDays().size === 0) return;
  const shelf = await TakenShelf.open();
  const { lastDay: last } = await loadNow(MANIFEST, shelf);
  if (last === undefined) return;
  const countOf = await loadCounts([last, addDays(last, -QUARTER), ...takenDays().keys()], shelf);
  const newest = newestDays(last, wanted, countOf);
  const old = [...takenDays().values()].filter(({ by, day }) => by === 'newest' && !newest.includes(day));
  if (old.length > 0) await dropDays(old.map(({ day }) => day));
  await markChanged(countOf, shelf);
  const each = bytesPerArticle(takenDays().values()) ?? USUAL_BYTES;
  const missing = newest.filter((day) => !takenDays().has(day));
  const days = missing.map((day) => ({ day, count: countOf(day), sizeBytes: Math.round(countOf(day) * each) }));
  await (days.length > 0 ? takeDays(days, 'newest') : startTaking());
}

/** What a file says on the host; little comes when that is what the kept one says. */
async function loadNow<T>(wanted: FileToKeep<T>, shelf: TakenShelf): Promise<T> {
  return (await loadToKeep(wanted, { signal, kept: await shelf.match(wanted.path) })).file;
}

async function loadCounts(days: readonly Day[], shelf: TakenShelf): Promise<(day: Day) => number> {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  const calendars = await Promise.all(years.map((year) => orMissing(loadNow(calendarOf(year), shelf))));
  const factsOf = readCalendars(calendars.filter((calendar) => calendar !== null));
  return (day) => factsOf(day).count;
}

/** Marks the days of which the host has other articles by now: their number tells, and once a day their index. */
async function markChanged(countOf: (day: Day) => number, shelf: TakenShelf): Promise<void> {
  const here = [...takenDays().values()].filter((taken) => !isWaiting(taken));
  await change(
    here.filter(({ day, count }) => countOf(day) !== count),
    { isStale: true },
  );
  const others = here.filter(({ day, count, doneAt = 0 }) => countOf(day) === count && Date.now() - doneAt > DAY_MS);
  for (const taken of others) {
    const kept = await shelf.match(dayFile(taken.day));
    const index = await orMissing(loadToKeep(indexOf(taken.day), { signal, kept }));
    // The parts of a day that is split tell for themselves.
    const isSame = index?.answer === null && 'posts' in index.file;
    // At once: a page that is left before the last of them has not looked in vain.
    await change([taken], isSame ? { doneAt: Date.now() } : { isStale: true });
  }
}

/** Notes a change of days, as far as they were not dropped meanwhile. */
async function change(days: readonly TakenDay[], changed: Partial<TakenDay>): Promise<void> {
  const known = days.map(({ day }) => takenDays().get(day)).filter((taken) => taken !== undefined);
  await putTakenDays(known.map((taken) => ({ ...taken, ...changed })));
}
