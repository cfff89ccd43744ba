// What can be opened without a network. Computed when the network, or the host, is gone, from what the caches hold.
import { indexAt } from '#data/filesToKeep.ts';
import type { DayIndex } from '#shared/archive.ts';
import { chunkFile, foldAddress } from '#shared/paths.ts';
import type { Address, Day } from '#shared/post.ts';
import { type DaysHere, showDaysHere } from './daysHere.ts';
import { showMarks } from './marks.ts';
import { savedNotes } from './savedPosts.ts';
import { followHost, isHostAway } from './hostState.ts';
import { followTakenDays } from './takenDays.ts';
import { TakenShelf } from './TakenShelf.ts';

/** From now on marks what is here whenever the network is gone, or the host does not answer. */
export function followHere(): void {
  addEventListener('online', () => void showHere());
  addEventListener('offline', () => void showHere());
  followHost(() => void showHere());
  followTakenDays(() => void (isCutOff() && showHere()));
  if (isCutOff()) void showHere();
}

function isCutOff(): boolean {
  return !navigator.onLine || isHostAway();
}

let turns = 0;

async function showHere(): Promise<void> {
  const turn = ++turns;
  const found = isCutOff() ? await findHere().catch(() => null) : null;
  if (turn !== turns) return; // The network is back, or more is here by now.
  showDaysHere(found?.days ?? null);
  showMarks('here', found ? ['', ...found.addresses] : []);
}

async function findHere(): Promise<{ readonly addresses: ReadonlySet<Address>; readonly days: DaysHere }> {
  const [shelf, saved] = await Promise.all([TakenShelf.open(), savedNotes()]);
  const paths = new Set(await shelf.seenPaths());
  const whole = saved.filter(({ hasText }) => hasText);
  const addresses = new Set(whole.map(({ address }) => foldAddress(address)));
  const days = new Map<Day, number>();
  for (const path of paths) {
    const index = path.startsWith('days/') ? await readIndex(shelf, path) : null;
    if (index === null) continue;
    const isHere = index.chunks.map((sha256) => paths.has(chunkFile(sha256)));
    const opening = Object.entries(index.posts).filter(([, position]) => isHere[position]);
    for (const [folded] of opening) addresses.add(folded);
    days.set(index.day, (days.get(index.day) ?? 0) + opening.length);
  }
  return { addresses, days };
}

async function readIndex(shelf: TakenShelf, path: string): Promise<DayIndex | null> {
  try {
    const answer = await shelf.matchSeen(path);
    const index = answer && indexAt(path).decode(await answer.json(), path);
    return index && 'posts' in index ? index : null;
  } catch {
    return null; // Damaged: then nothing of it opens.
  }
}
