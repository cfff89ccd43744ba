// Taking days along: one day after the other, the newest first, in one window at a time. What is to be taken is noted
// before, so whatever ends a run, the next one goes on where it was.
import { base } from '#data/base.ts';
import { NetworkError } from '#data/errors.ts';
import type { Day } from '#shared/post.ts';
import { dropWithFiles, followDrops, sweep } from './dropTaken.ts';
import { FileTaker } from './FileTaker.ts';
import type { TakenDay } from './ownDatabase.ts';
import { isWaiting, nextDay } from './planTaking.ts';
import { askSpace, freeBytes } from './space.ts';
import { type Run, takeNext } from './takeNext.ts';
import { loadTakenDays, putTakenDays, takenDays } from './takenDays.ts';
import { showTaking, type Taking, takingNow } from './takingState.ts';
import { TakenShelf } from './TakenShelf.ts';

/** A day to take, and about how much it is. */
export type WantedDay = Pick<TakenDay, 'day' | 'count' | 'sizeBytes'>;

const AGAIN_MS = 30_000;

let running: Promise<void> | undefined;
let again: ReturnType<typeof setTimeout> | undefined;

/** Notes days to be taken, and begins. A day that is here already is only noted as the reader's. Never rejects. */
export async function takeDays(wanted: readonly WantedDay[], by: TakenDay['by']): Promise<void> {
  await loadTakenDays();
  const noted = wanted.map((day): TakenDay => {
    const { isPaused: _isPaused, ...known } = takenDays().get(day.day) ?? { ...day, by, files: [] };
    return { ...known, by: known.by === 'reader' ? 'reader' : by };
  });
  await putTakenDays(noted);
  await startTaking();
}

/** Goes on with what is to be taken, unless the reader paused it. Never rejects. */
export function startTaking(): Promise<void> {
  clearTimeout(again);
  running ??= loadTakenDays()
    .then(() => (nextDay(takenDays().values()) ? alone(takeAll) : undefined))
    .catch(end)
    .finally(() => {
      running = undefined;
      // Some were noted when the run was at its end, or one was dropped under it and others wait.
      if (takingNow().status === 'idle' && nextDay(takenDays().values())) void startTaking();
    });
  return running;
}

/** Stops after what is under way, until the reader wants to go on. */
export async function pauseTaking(): Promise<void> {
  await putTakenDays(waitingDays().map((taken) => ({ ...taken, isPaused: true })));
}

/** Goes on with what the reader paused. */
export async function resumeTaking(): Promise<void> {
  await putTakenDays(waitingDays().map(({ isPaused: _isPaused, ...taken }) => taken));
  await startTaking();
}

/** Forgets days, and drops what no other day needs. Rejects where the browser keeps nothing. */
export async function dropDays(days: readonly Day[]): Promise<void> {
  await dropWithFiles(days);
  await running;
  await sweep(await TakenShelf.open());
}

/** Does something once no other window of the site is at it. */
export async function alone(work: () => Promise<void>): Promise<void> {
  // The types say that locks are always there; Safari before 15.4 has none.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  // Sites under one host share them.
  const name = `broadsheet along ${base}`;
  const isDone = await locks.request(name, { ifAvailable: true }, (lock) => lock && work().then(() => true));
  if (isDone) return;
  showTaking({ status: 'elsewhere' });
  await locks.request(name, work);
}

async function takeAll(): Promise<void> {
  const stopped = new AbortController();
  const shelf = await TakenShelf.open();
  const run: Run = { shelf, taker: new FileTaker(shelf, stopped.signal), stopped, isThinned: false };
  const failed = new Set<Day>();
  const unfollow = followDrops(() => (run.isThinned = true));
  showTaking({ status: 'taking', startedAt: Date.now(), articles: 0, ofDay: 0 });
  try {
    for (let next = nextDay(daysBut(failed)); next; next = nextDay(daysBut(failed))) {
      if (freeBytes(await askSpace()) < next.sizeBytes) return showTaking({ status: 'full' });
      const isWhole = await takeNext(next, run);
      if (!isWhole) failed.add(next.day);
    }
    await sweep(shelf);
    showTaking({ status: failed.size > 0 ? 'failed' : 'idle' });
  } catch (error) {
    const isOver = stopped.signal.aborted;
    stopped.abort(); // What is still under way of that day.
    if (!isOver) return end(error);
    showTaking({ status: 'idle' });
  } finally {
    unfollow();
  }
}

function end(error: unknown): void {
  console.warn(error);
  showTaking({ status: statusAfter(error) });
  if (error instanceof NetworkError) again = setTimeout(startTaking, AGAIN_MS);
}

function statusAfter(error: unknown): Taking['status'] {
  if (error instanceof NetworkError) return 'offline';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
}

function daysBut(skipped: ReadonlySet<Day>): readonly TakenDay[] {
  return [...takenDays().values()].filter(({ day }) => !skipped.has(day));
}

function waitingDays(): readonly TakenDay[] {
  return [...takenDays().values()].filter(isWaiting);
}
