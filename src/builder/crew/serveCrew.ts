import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { DayJob } from '#builder/day/composeDay.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { CrewTask } from './Crew.ts';
import { inlineCrew } from './inlineCrew.ts';

/* oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin */

/** What a thread is asked. */
export type Question =
  | { readonly kind: 'sight'; readonly paths: readonly string[] }
  | { readonly kind: 'compose'; readonly job: DayJob; readonly answers: ReadonlyMap<string, string> };

/** What it answers: a result, or what went wrong. */
export type Answer = { readonly result: unknown } | { readonly message: string; readonly isDamagedSite: boolean };

/** In a thread that was started for a crew: answers its questions, and says so. Elsewhere it does nothing. */
export function serveCrew(): boolean {
  const task = isMainThread ? undefined : (workerData as { readonly crew?: CrewTask }).crew; // Given by threadCrew.
  if (!task) return false;
  const crew = inlineCrew(task);
  parentPort?.on('message', async (question: Question) => {
    try {
      const result =
        question.kind === 'sight'
          ? await crew.sight(question.paths)
          : await crew.compose(question.job, question.answers);
      parentPort?.postMessage({ result } satisfies Answer);
    } catch (cause) {
      const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      const isDamagedSite = cause instanceof DamagedSiteError;
      parentPort?.postMessage({ message: isDamagedSite ? cause.message : message, isDamagedSite } satisfies Answer);
    }
  });
  return true;
}
