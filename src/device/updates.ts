// A new release of the reader waits until no page is open, or the reader asks for it.
import { useSyncExternalStore } from 'react';
import type { WorkerMessage } from '#shared/workerMessage.ts';
import { ownController, ownRegistration } from './ownWorker.ts';

const HOUR_MS = 3_600_000;
/** How long a new release may take to come or to start; the page is then loaded anew all the same. */
const PATIENCE_MS = 5000;

const listeners = new Set<() => void>();
let isReady = false;
let applying: (() => void) | null = null;

/**
 * Notices new releases from now on: those that wait, and those that another tab has started. This tab keeps its own. A
 * tab that comes to the front asks for one, once an hour at most.
 */
export function followUpdates(registration: ServiceWorkerRegistration): void {
  const { serviceWorker: workers } = navigator;
  let hadWorker = ownController() !== null;
  if (registration.waiting && hadWorker) tellReady();
  const watch = () => {
    void whenInstalled(registration).then((worker) => worker?.state === 'installed' && ownController() && tellReady());
  };
  watch();
  registration.addEventListener('updatefound', watch);
  workers.addEventListener('controllerchange', () => {
    if (!ownController()) return;
    if (applying) applying();
    else if (hadWorker) tellReady();
    hadWorker = true;
  });
  let askedMs = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - askedMs < HOUR_MS) return;
    askedMs = performance.now();
    void ask(registration);
  });
}

/** Whether a newer release than this page’s is here; the component renders again when it comes. */
export function useHasUpdate(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isReady,
    () => false,
  );
}

/** Starts the newest release there is, on the host or here, and then has this page loaded anew. Other tabs keep theirs. */
export async function applyUpdate(reload: () => void): Promise<void> {
  if (applying) return;
  applying = reload;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const waiting = await Promise.race([findWaiting(), late]);
  if (!waiting) return reload();
  const message: WorkerMessage = { kind: 'update' };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker is always of the page's origin.
  waiting.postMessage(message);
  setTimeout(reload, PATIENCE_MS); // The change of the worker mostly comes long before.
}

async function findWaiting(): Promise<ServiceWorker | null> {
  const registration = await ownRegistration();
  if (!registration) return null;
  if (registration.waiting) return registration.waiting;
  await ask(registration);
  await whenInstalled(registration);
  return registration.waiting;
}

/** The worker that is being installed, once it is, or has failed to be; null where there is none. */
function whenInstalled({ installing }: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  return new Promise((resolve) => {
    if (!installing) return resolve(null);
    installing.addEventListener('statechange', () => resolve(installing), { once: true });
  });
}

/** Asks the host for a new release. Without a network there is none. */
async function ask(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.update().catch(() => {});
}

function tellReady(): void {
  isReady = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
