import { shelfName } from '#shared/shelves.ts';
import { decodeMessage, type PicturesKept } from '#shared/workerMessage.ts';
import { answerChanging, answerChunk, type Keeping } from './answerData.ts';
import { type Rule, ruleFor } from './cacheRules.ts';
import { type ImageHosts, mayFetch } from './mayFetch.ts';
import { openPictures } from './pictures.ts';
import { keepAsRead, takeKept } from './shelf.ts';
import {
  answerOldShell,
  answerShell,
  clearOlderShells,
  clearOldShell,
  keepShell,
  type KeptShell,
  type Shell,
} from './shell.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Written before this script by the publish, which knows the page's final bytes. */
  readonly shellFiles: Shell;
  readonly imageHosts: ImageHosts;
};

const { scope } = self.registration;
const shell: KeptShell = { scope, shell: self.shellFiles };
const files = Object.keys(self.shellFiles);
const site = { scope, shell: new Set(files), page: files.find((path) => path.endsWith('/')) ?? '' };
// Cache Storage holds lists unpacked: of 150 rows, as long ones have, some 75 KB each, so up to 30 MB, though mostly a few.
// Chunks are packed by the publish, 25 KB or so each: some 8 MB.
const TAKEN = { name: shelfName('taken', scope), limit: Infinity };
const LISTS = { name: shelfName('lists', scope), limit: 400, taken: TAKEN.name };
const CHUNKS = { name: shelfName('chunks', scope), limit: 300 };
const pictures = openPictures(shelfName('pictures', scope));
const hosts = self.imageHosts;

// A new worker waits until no page is open, or a reader asks for it: nothing changes under their eyes.
self.addEventListener('install', (event) => event.waitUntil(keepShell(shell)));

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([clearWhenAlone(), self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const rule = ruleOf(event.request);
  if (!rule) return;
  const answering = answer(event.request, rule, (work) => event.waitUntil(work));
  event.respondWith(answering);
  // A page that is opened does not wait until what is kept has been looked through.
  const clear = () => clearWhenAlone(event.resultingClientId);
  if (event.request.mode === 'navigate') event.waitUntil(answering.then(clear, clear));
});

self.addEventListener('message', (event) => {
  const message = decodeMessage(event.data);
  const later: Keeping['later'] = (work) => event.waitUntil(work);
  if (message?.kind === 'update') later(self.skipWaiting());
  if (message?.kind === 'read') later(keepAsRead(CHUNKS, message.urls));
  if (message?.kind === 'seen') for (const url of message.urls) later(keepSeen(url, later));
  if (message?.kind === 'pictures') later(keepPictures(message.urls).then((kept) => event.ports[0]?.postMessage(kept)));
});

/**
 * Pages of an older release may be open, and ask for its files: those go when none is. An app that is only ever reloaded
 * is never closed, so the releases before that go in any case. Others may be about to come.
 */
async function clearWhenAlone(newcomer?: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isAlone = pages.every(({ id, url }) => id === newcomer || !url.startsWith(scope));
  await (isAlone ? clearOldShell : clearOlderShells)(shell, mayClear);
}

/** A release that is being installed finds of its files what is here, and fetches the rest. */
function mayClear(): boolean {
  return !self.registration.installing && !self.registration.waiting;
}

function keepPictures(urls: readonly string[]): Promise<PicturesKept> {
  return pictures.keepOnly(urls.filter((url) => mayFetch(url, { scope, hosts })));
}

function ruleOf(request: Request): Rule | null {
  return ruleFor(request, { ...site, pictures: pictures.known() });
}

async function keepSeen(url: string, later: Keeping['later']): Promise<void> {
  const request = new Request(url, { cache: 'force-cache' });
  const rule = ruleOf(request);
  if (rule?.kind === 'data' || rule?.kind === 'chunk') await answer(request, rule, later);
}

async function answer(request: Request, rule: Rule, later: Keeping['later']): Promise<Response> {
  switch (rule.kind) {
    case 'shell':
      return answerShell(request, rule.path, { ...shell, later });
    case 'old':
      return answerOldShell(request, rule.path, scope);
    case 'data':
      return answerChanging(request, rule, { shelf: LISTS, later });
    case 'chunk':
      if (request.cache !== 'reload') {
        const taken = await takeKept(TAKEN, request.url);
        if (taken) return taken;
      }
      return answerChunk(request, rule.sha256, { shelf: CHUNKS, later });
    case 'picture':
      return pictures.answer(request);
  }
}
