// Which days are taken along, or are to be: kept on this device, and in memory where it keeps nothing.
import { useSyncExternalStore } from 'react';
import type { Day } from '#shared/post.ts';
import { type TakenDay, withOwn } from './ownDatabase.ts';
import { followTabs, tellTabs } from './tabs.ts';

/** Days by their key. */
export type TakenDays = ReadonlyMap<Day, TakenDay>;

const listeners = new Set<() => void>();
let days: TakenDays = new Map();
let loading: Promise<void> | undefined;
let changes = 0;

/** Reads what was taken before; from then on, what other tabs take shows too. Never rejects. */
export function loadTakenDays(): Promise<void> {
  loading ??= readStored().then(() => followTabs('taken', () => void readStored()));
  return loading;
}

/** The present days, as far as they were read. */
export function takenDays(): TakenDays {
  return days;
}

/** The same; the component renders again when they change. */
export function useTakenDays(): TakenDays {
  return useSyncExternalStore(
    followTakenDays,
    () => days,
    () => NONE,
  );
}

const NONE: TakenDays = new Map();

/** Calls whenever the days have changed, here or in another tab, until it is stopped. */
export function followTakenDays(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds days, or replaces what is noted of them. Never rejects. */
export async function putTakenDays(changed: readonly TakenDay[]): Promise<void> {
  if (changed.length === 0) return;
  changes++;
  show(new Map([...days, ...changed.map((taken) => [taken.day, taken] as const)]));
  await withOwn(async (own) => {
    const { store, done } = own.transaction('taken', 'readwrite');
    await Promise.all([...changed.map((taken) => store.put(taken)), done]);
  }, undefined);
  tellTabs('taken');
}

/** Forgets days. Never rejects. */
export async function forgetTakenDays(gone: readonly Day[]): Promise<void> {
  if (gone.length === 0) return;
  changes++;
  show(new Map([...days].filter(([day]) => !gone.includes(day))));
  await withOwn(async (own) => {
    const { store, done } = own.transaction('taken', 'readwrite');
    await Promise.all([...gone.map((day) => store.delete(day)), done]);
  }, undefined);
  tellTabs('taken');
}

async function readStored(): Promise<void> {
  const before = changes;
  const stored = await withOwn<readonly TakenDay[] | null>((own) => own.getAll('taken'), null);
  // What was put or forgotten while the disk was slow may not be in its answer.
  if (changes !== before) return readStored();
  if (stored) show(new Map(stored.map((taken) => [taken.day, taken])));
}

function show(next: TakenDays): void {
  days = next;
  for (const listener of listeners) listener();
}
