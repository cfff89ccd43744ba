import type { WorkerMessage } from '#shared/workerMessage.ts';

/** Tells the worker of this page something; nobody, where there is none. */
export function tellWorker(message: WorkerMessage): void {
  // The types say that it is always there; outside secure contexts it is not.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker is always of the page's origin.
  workers?.controller?.postMessage(message);
}
