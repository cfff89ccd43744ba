import { base } from '#data/base.ts';
import { readPage } from '#data/readPage.ts';
import { isShelfOf } from '#shared/shelves.ts';
import { askForPage } from './askForPage.ts';
import { hasWorker } from './hasWorker.ts';
import { onOwnController, ownController, ownRegistration, workerUrl, workerWanted } from './ownWorker.ts';
import { tellWorker } from './tellWorker.ts';
import { untilCalm } from './untilCalm.ts';
import { followUpdates } from './updates.ts';

/**
 * Starts the service worker, when the page is calm or something asks for it, and on a first visit tells it what this page
 * has read, so that this is kept too. Where there can be none (plain http, storage refused) the site reads online as
 * before, and the console says why.
 */
export async function registerWorker(): Promise<void> {
  // The types say that it is always there; outside secure contexts it is not.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;
  if (!hasWorker()) return endWorker();
  if (!ownController()) onOwnController(tellSeen);
  else if (readPage()) tellSeen(); // From the host, so the worker had lost what it kept.
  // The files that the worker keeps may wait until the page has what it wants.
  await Promise.race([workerWanted, untilCalm()]);
  try {
    // Browsers that are told to block workers, as tests tell them, give nothing.
    const registration: ServiceWorkerRegistration | undefined = await workers.register(trustedUrl(workerUrl()));
    if (registration) followUpdates(registration);
  } catch (error) {
    console.warn(error);
  }
}

/**
 * A site that has given up its worker publishes one that removes itself; who has the old one still asks for it here. What
 * pages of an earlier release kept after that goes now.
 */
async function endWorker(): Promise<void> {
  try {
    const registration = await ownRegistration();
    if (registration) return void (await registration.update());
    const own = (await caches.keys()).filter((name) => isShelfOf(name, new URL(base, document.baseURI).href));
    await Promise.all(own.map((name) => caches.delete(name)));
  } catch (error) {
    console.warn(error);
  }
}

function tellSeen(): void {
  const urls = [...performance.getEntriesByType('resource').map(({ name }) => name), ...askForPage()];
  tellWorker({ kind: 'seen', urls });
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
