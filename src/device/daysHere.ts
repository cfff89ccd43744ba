// Which days can be read without a network. What finds that out is loaded later.
import { useSyncExternalStore } from 'react';
import type { Day } from '#shared/post.ts';

/** How many articles of each day can be opened. */
export type DaysHere = ReadonlyMap<Day, number>;

const listeners = new Set<() => void>();
let daysHere: DaysHere | null = null;

/** The days of which something can be opened; null while network and host are there, and until it is known. */
export function useDaysHere(): DaysHere | null {
  return useSyncExternalStore(
    subscribe,
    () => daysHere,
    () => null,
  );
}

/** The days nearest to one of which something can be opened, one on each side; without a day, the newest. */
export function nearestDays(here: DaysHere, day: Day | null): readonly Day[] {
  const days = [...here].flatMap(([day, count]) => (count > 0 ? day : [])).toSorted();
  if (day === null) return days.slice(-1);
  const beside = [days.findLast((other) => other < day), days.find((other) => other > day)];
  return beside.filter((other) => other !== undefined);
}

/** Replaces what is known; null says that nothing is. */
export function showDaysHere(days: DaysHere | null): void {
  daysHere = days;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
