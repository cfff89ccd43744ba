import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { DayJob } from '#builder/day/composeDay.ts';
import type { Address } from '#shared/post.ts';
import type { PageData } from '#shared/prerender.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { Crew, CrewTask } from './Crew.ts';
import { inlineCrew } from './inlineCrew.ts';

/* oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin */

/** What a thread is asked. */
export type Question =
  | { readonly kind: 'sight'; readonly paths: readonly string[] }
  | { readonly kind: 'compose'; readonly job: DayJob; readonly answers: ReadonlyMap<string, string> }
  | { readonly kind: 'render'; readonly address: Address; readonly data: PageData };

/** What it answers: a result, or what went wrong. */
export type Answer = { readonly result: unknown } | { readonly message: string; readonly isDamagedSite: boolean };

/** In a thread that was started for a crew: answers its questions, and says so. Elsewhere it does nothing. */
export function serveCrew(): boolean {
  const task = isMainThread ? undefined : (workerData as { readonly crew?: CrewTask }).crew; // Given by threadCrew.
  if (!task) return false;
  const crew = inlineCrew(task);
  parentPort?.on('message', async (question: Question) => {
    try {
      const result = await answerOf(question, crew);
      parentPort?.postMessage({ result } satisfies Answer);
    } catch (cause) {
      const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      const isDamagedSite = cause instanceof DamagedSiteError;
      parentPort?.postMessage({ message: isDamagedSite ? cause.message : message, isDamagedSite } satisfies Answer);
    }
  });
  return true;
}

function answerOf(question: Question, crew: Crew): Promise<unknown> {
  if (question.kind === 'sight') return crew.sight(question.paths);
  if (question.kind === 'compose') return crew.compose(question.job, question.answers);
  return crew.render(question.address, question.data);
}
