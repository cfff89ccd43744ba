import { NetworkError } from '#data/errors.ts';
import type { Day } from '#shared/post.ts';
import { dropped } from './dropTaken.ts';
import type { FileTaker } from './FileTaker.ts';
import type { TakenDay } from './ownDatabase.ts';
import { filesToDrop } from './planTaking.ts';
import { type Found, takeDay } from './takeDay.ts';
import { followTakenDays, putTakenDays, takenDays } from './takenDays.ts';
import { showTaking, takingNow } from './takingState.ts';
import type { TakenShelf } from './TakenShelf.ts';

/** What the days of one run share. */
export type Run = {
  readonly shelf: TakenShelf;
  readonly taker: FileTaker;
  readonly stopped: AbortController;
  /** Whether days were dropped since, and with them files that the run counts as here. */
  isThinned: boolean;
};

/** Takes a day, and tells whether it is here. A file that is gone or damaged is one day's; what else goes wrong ends the run. */
export async function takeNext(next: TakenDay, run: Run): Promise<boolean> {
  const { shelf, taker, stopped } = run;
  // The reader may pause it or drop it, here or in another window.
  const heed = () => {
    if (!isWanted(next.day)) stopped.abort();
  };
  const unfollow = followTakenDays(heed);
  try {
    heed();
    const found = await takeWhole(next.day, run);
    stopped.signal.throwIfAborted();
    await noteDone(next.day, found);
    await shelf.drop(filesToDrop([next], takenDays().values()));
    return true;
  } catch (error) {
    if (stopped.signal.aborted || error instanceof DOMException || error instanceof NetworkError) throw error;
    console.warn(error);
    return false;
  } finally {
    unfollow();
    taker.forgetDay(next.day);
    showTaking({ ofDay: 0 });
  }
}

function isWanted(day: Day): boolean {
  const now = takenDays().get(day);
  return now !== undefined && !now.isPaused;
}

/** Takes a day, and once more when others were dropped meanwhile that may have shared files with it. */
async function takeWhole(day: Day, run: Run): Promise<Found> {
  for (;;) {
    if (run.isThinned) {
      run.isThinned = false;
      await dropped();
      run.taker.askAnew();
      showTaking({ articles: takingNow().articles - takingNow().ofDay, ofDay: 0 });
    }
    const found = await takeDay(day, run.taker, (articles) => {
      showTaking({ articles: takingNow().articles + articles, ofDay: takingNow().ofDay + articles });
    });
    if (!run.isThinned) return found;
  }
}

async function noteDone(day: Day, found: Found): Promise<void> {
  const noted = takenDays().get(day);
  if (noted === undefined) return;
  const { isStale: _isStale, ...known } = noted;
  await putTakenDays([{ ...known, ...found, doneAt: Date.now() }]);
}
