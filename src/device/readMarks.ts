// Which articles were read: kept on this device alone, and in memory where it keeps nothing. docs/decisions/009 tells why so.
import type { ReadMark, Watermark } from '#shared/ownFile.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address, Headline } from '#shared/post.ts';
import { showRead } from './marks.ts';
import { furtherOf, isReadBy, type ReadState, watermarkBelow } from './readRules.ts';
import { type Change, clearStored, readStored, storeChange, trimStored } from './readStore.ts';
import { followTabs, tellTabs } from './tabs.ts';

/** Takes back a change, exactly. Never rejects. */
export type Undo = () => Promise<void>;

const NONE: ReadonlyMap<string, never> = new Map<string, never>();
let state: ReadState = { marks: NONE, watermarks: NONE };
let changes = 0;
let newestAt = 0;

/** Shows what was read before, and from now on what other tabs mark. Never rejects. */
export async function followReadMarks(): Promise<void> {
  followTabs('read', () => void loadReadMarks());
  await loadReadMarks();
}

/** Everything that was marked. Where storage fails, what this page knows. Never rejects. */
export async function loadReadMarks(): Promise<ReadState> {
  const before = changes;
  const stored = await readStored();
  // What was marked while the disk was slow may not be in its answer.
  if (changes !== before) return loadReadMarks();
  if (stored) rememberRead(stored.read, stored.watermarks);
  if (stored) await trimStored(stored.read.length);
  return state;
}

/** Shows these marks in place of those that were there. */
export function rememberRead(read: readonly ReadMark[], watermarks: readonly Watermark[]): void {
  for (const all of [read, watermarks]) for (const { readAt } of all) newestAt = Math.max(newestAt, readAt);
  show({
    marks: new Map(read.map((mark) => [mark.address, mark])),
    watermarks: new Map(watermarks.map((watermark) => [watermark.scope, watermark])),
  });
}

/** Marks articles as read, or as not read. Gives back what undoes exactly that. Never rejects. */
export async function markRead(addresses: readonly Address[], isRead = true): Promise<Undo> {
  const readAt = nextTime();
  const marks = new Map<string, ReadMark>();
  for (const address of addresses.map(foldAddress)) {
    const known = state.marks.get(address);
    const isSame = known !== undefined && (known.isUnread === undefined) === isRead;
    if (!isSame) marks.set(address, { address, readAt, ...(isRead ? {} : { isUnread: true }) });
  }
  return make({ marks, watermarks: NONE });
}

/**
 * Marks all of a stream as read, as one mark, whatever its length: its newest headlines each, and what is as old as the
 * oldest of these, or older, by a watermark. What comes later and is newer counts as not read. Never rejects.
 */
export async function markAllRead(scope: string, newest: readonly Headline[]): Promise<Undo> {
  const readAt = nextTime();
  const addresses = newest.map(({ address }) => foldAddress(address));
  const known = state.watermarks.get(scope);
  const wanted = watermarkBelow(scope, newest, readAt);
  const watermark = known ? { ...furtherOf(known, wanted), readAt } : wanted;
  return make({
    marks: new Map(addresses.map((address) => [address, { address, readAt }])),
    watermarks: new Map([[scope, watermark]]),
  });
}

/** Forgets what was read. Never rejects. */
export async function forgetReadMarks(): Promise<void> {
  changes++;
  rememberRead([], []);
  if (await clearStored()) tellTabs('read');
}

async function make(change: Change): Promise<Undo> {
  const undone: Change = {
    marks: before(change.marks, state.marks),
    watermarks: before(change.watermarks, state.watermarks),
  };
  if (change.marks.size + change.watermarks.size > 0) await write(change);
  return () => write(undone);
}

async function write(change: Change): Promise<void> {
  changes++;
  show({ marks: after(change.marks, state.marks), watermarks: after(change.watermarks, state.watermarks) });
  if (await storeChange(change)) tellTabs('read');
}

function show(next: ReadState): void {
  state = next;
  // Who has read nothing sees lists as they are: a page full of marks would say nothing.
  const isAny = next.marks.size + next.watermarks.size > 0;
  showRead(isAny ? (headline) => isReadBy(next, headline) : null);
}

function before<T>(change: ReadonlyMap<string, T | null>, known: ReadonlyMap<string, T>): Map<string, T | null> {
  return new Map(Array.from(change.keys(), (key) => [key, known.get(key) ?? null]));
}

function after<T>(change: ReadonlyMap<string, T | null>, known: ReadonlyMap<string, T>): Map<string, T> {
  const next = new Map(known);
  for (const [key, value] of change) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

/** The time, but later than all marks: a clock that was put back must not make older marks win. */
function nextTime(): number {
  newestAt = Math.max(Date.now(), newestAt + 1);
  return newestAt;
}
