// Dropping days that are taken along, while others may just be taken that share files with them.
import type { Day } from '#shared/post.ts';
import { filesToDrop, isWaiting } from './planTaking.ts';
import { followTakenDays, forgetTakenDays, takenDays } from './takenDays.ts';
import { TakenShelf } from './TakenShelf.ts';

let dropping: Promise<unknown> = Promise.resolve();

/** Forgets days, and drops what no other day that is here needs. Rejects where the browser keeps nothing. */
export function dropWithFiles(days: readonly Day[]): Promise<void> {
  const dropped = forgetAndDrop(days);
  dropping = Promise.allSettled([dropping, dropped]);
  return dropped;
}

/** Once the files of all days that were dropped in this window are gone. Never rejects. */
export async function dropped(): Promise<void> {
  await dropping;
}

/** Calls whenever days were forgotten, here or in another window, until it is stopped. */
export function followDrops(listener: () => void): () => void {
  let before = takenDays();
  return followTakenDays(() => {
    const now = takenDays();
    if ([...before.keys()].some((day) => !now.has(day))) listener();
    before = now;
  });
}

/**
 * Drops what no day needs: what is left of days that were dropped before they were here. While any is to be taken
 * nothing goes: which files such a day has already is not noted.
 */
export async function sweep(shelf: TakenShelf): Promise<void> {
  const paths = await shelf.paths();
  const days = [...takenDays().values()];
  if (days.some(isWaiting)) return;
  const needed = new Set(days.flatMap(({ files }) => files));
  await shelf.drop(paths.filter((path) => !needed.has(path)));
}

async function forgetAndDrop(days: readonly Day[]): Promise<void> {
  const gone = days.map((day) => takenDays().get(day)).filter((taken) => taken !== undefined);
  const [shelf] = await Promise.all([TakenShelf.open(), forgetTakenDays(days)]);
  await shelf.drop(filesToDrop(gone, takenDays().values()));
}
