// Taking days along: one day after the other, the newest first, in one window at a time. What is to be taken is noted
// before, so whatever ends a run, the next one goes on where it was.
import { base } from '#data/base.ts';
import { NetworkError } from '#data/errors.ts';
import type { Day } from '#shared/post.ts';
import { FileTaker } from './FileTaker.ts';
import type { TakenDay } from './ownDatabase.ts';
import { filesToDrop, isWaiting, nextDay } from './planTaking.ts';
import { askSpace, freeBytes } from './space.ts';
import { takeDay } from './takeDay.ts';
import { followTakenDays, forgetTakenDays, loadTakenDays, putTakenDays, takenDays } from './takenDays.ts';
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

/** Forgets days, and drops what no other day needs. */
export async function dropDays(days: readonly Day[]): Promise<void> {
  const dropped = days.map((day) => takenDays().get(day)).filter((taken) => taken !== undefined);
  await forgetTakenDays(days);
  const shelf = await TakenShelf.open();
  await shelf.drop(filesToDrop(dropped, takenDays().values()));
  await running;
  if (waitingDays().length === 0) await sweep(shelf);
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
  const taker = new FileTaker(shelf, stopped.signal);
  const failed = new Set<Day>();
  showTaking({ status: 'taking', startedAt: Date.now(), articles: 0, ofDay: 0 });
  try {
    for (let next = nextDay(daysBut(failed)); next; next = nextDay(daysBut(failed))) {
      if (freeBytes(await askSpace()) < next.sizeBytes) return showTaking({ status: 'full' });
      const isWhole = await takeNext(next, { shelf, taker, stopped });
      if (!isWhole) failed.add(next.day);
    }
    if (failed.size === 0) await sweep(shelf);
    showTaking({ status: failed.size > 0 ? 'failed' : 'idle' });
  } catch (error) {
    const isOver = stopped.signal.aborted;
    stopped.abort(); // What is still under way of that day.
    if (!isOver) return end(error);
    showTaking({ status: 'idle' });
  }
}

type Run = { readonly shelf: TakenShelf; readonly taker: FileTaker; readonly stopped: AbortController };

/** Takes a day, and tells whether it is here. A file that is gone or damaged is one day's; what else goes wrong ends the run. */
async function takeNext(next: TakenDay, { shelf, taker, stopped }: Run): Promise<boolean> {
  // The reader may pause it or drop it, here or in another window.
  const unfollow = followTakenDays(() => {
    const now = takenDays().get(next.day);
    if (!now || now.isPaused) stopped.abort();
  });
  try {
    const found = await takeDay(next.day, taker, (articles) => {
      showTaking({ articles: takingNow().articles + articles, ofDay: takingNow().ofDay + articles });
    });
    stopped.signal.throwIfAborted();
    const { isStale: _isStale, ...known } = takenDays().get(next.day) ?? next;
    await putTakenDays([{ ...known, ...found, doneAt: Date.now() }]);
    await shelf.drop(filesToDrop([next], takenDays().values()));
    return true;
  } catch (error) {
    if (stopped.signal.aborted || error instanceof DOMException || error instanceof NetworkError) throw error;
    console.warn(error);
    return false;
  } finally {
    unfollow();
    showTaking({ ofDay: 0 });
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

/** Drops what no day needs: what is left of days that were dropped before they were here. */
async function sweep(shelf: TakenShelf): Promise<void> {
  const needed = new Set([...takenDays().values()].flatMap(({ files }) => files));
  await shelf.drop((await shelf.paths()).filter((path) => !needed.has(path)));
}
