import { base } from '#data/base.ts';
import type { WorkerMessage } from '#shared/workerMessage.ts';
import { askForPage } from './askForPage.ts';

/**
 * Starts the service worker, and on a first visit tells it what this page has read, so that this is kept too. Where
 * there can be none (plain http, storage refused) the site reads online as before, and the console says why.
 */
export async function registerWorker(): Promise<void> {
  // The types say that it is always there; outside secure contexts it is not.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;
  if (!workers.controller) workers.addEventListener('controllerchange', () => tellSeen(workers), { once: true });
  try {
    await workers.register(trustedUrl(`${base}sw.js`));
  } catch (error) {
    console.warn(error);
  }
}

function tellSeen({ controller }: ServiceWorkerContainer): void {
  const urls = [...performance.getEntriesByType('resource').map(({ name }) => name), ...askForPage()];
  const message: WorkerMessage = { kind: 'seen', urls };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker is always of the page's origin.
  controller?.postMessage(message);
}

// The DOM's types do not know trusted types yet. What they make is an object that passes for a text.
type Policies = {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(url: string): string };
};

/** The page's policy takes the URL of a script only from here. Browsers without such policies take the text. */
function trustedUrl(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  return trustedTypes?.createPolicy('broadsheet', { createScriptURL: () => url }).createScriptURL('') ?? url;
}
