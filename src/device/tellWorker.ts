import type { WorkerMessage } from '#shared/workerMessage.ts';
import { ownController } from './ownWorker.ts';

/** Tells this site's worker of this page something; nobody, where there is none. */
export function tellWorker(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker is always of the page's origin.
  ownController()?.postMessage(message);
}
