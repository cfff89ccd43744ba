// One site may lie below another of the same origin, such as /paper/ below /: until its own worker answers, its pages
// are controlled by the other's, which would take what it is told for its own site's.
import { base } from '#data/base.ts';

/** The URL of this site's worker, as it is registered. */
export function workerUrl(): string {
  return `${base}sw.js`;
}

/** This site's worker, where it answers for this page. */
export function ownController(): ServiceWorker | null {
  const controller = containerOf()?.controller;
  return controller?.scriptURL === wholeUrl(workerUrl()) ? controller : null;
}

/** The registration of this site's worker, if there is one. Rejects where the browser refuses to tell. */
export async function ownRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await containerOf()?.getRegistration(base);
  return registration?.scope === wholeUrl(base) ? registration : undefined;
}

let want = () => {};

/** Resolves when something asks for this site's worker, so that starting it can wait no longer. */
export const workerWanted = new Promise<void>((resolve) => (want = resolve));

/** This site's worker, once it is at work; never, where there is none. */
export async function ownWorker(): Promise<ServiceWorker> {
  want();
  const workers = containerOf();
  if (!workers) return new Promise(() => {});
  const { active, scope } = await workers.ready;
  if (active && scope === wholeUrl(base)) return active;
  // As soon as it starts it takes over this page.
  return new Promise((resolve) => onOwnController(resolve));
}

/** Calls back once: with this site's worker, when it takes over this page or already has. */
export function onOwnController(tell: (worker: ServiceWorker) => void): void {
  const look = () => {
    const worker = ownController();
    if (!worker) return;
    containerOf()?.removeEventListener('controllerchange', look);
    tell(worker);
  };
  containerOf()?.addEventListener('controllerchange', look);
  look();
}

// The types say that it is always there; outside secure contexts it is not.
function containerOf(): ServiceWorkerContainer | undefined {
  return navigator.serviceWorker as ServiceWorkerContainer | undefined;
}

function wholeUrl(path: string): string {
  return new URL(path, location.origin).href;
}
