import { shelfName } from '#shared/shelves.ts';
import { decodeMessage } from '#shared/workerMessage.ts';
import { answerChanging, answerChunk, type Keeping } from './answerData.ts';
import { type Rule, ruleFor } from './cacheRules.ts';
import { answerShell, clearOldShell, keepShell, type KeptShell, type Shell } from './shell.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Written before this script by the publish, which knows the page's final bytes. */
  readonly shellFiles: Shell;
};

const { scope } = self.registration;
const shell: KeptShell = { scope, shell: self.shellFiles };
const files = Object.keys(self.shellFiles);
const site = { scope, shell: new Set(files), page: files.find((path) => path.endsWith('/')) ?? '' };
// A list takes 5 KB or so and a chunk 25: at most some 10 MB.
const LISTS = { name: shelfName('lists', scope), limit: 400 };
const CHUNKS = { name: shelfName('chunks', scope), limit: 300 };

// A new worker waits until no page is open: nothing changes under the reader's eyes.
self.addEventListener('install', (event) => event.waitUntil(keepShell(shell)));

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([clearOldShell(shell), self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const rule = ruleFor(event.request, site);
  if (rule) event.respondWith(answer(event.request, rule, (work) => event.waitUntil(work)));
});

self.addEventListener('message', (event) => {
  const message = decodeMessage(event.data);
  if (message?.kind !== 'seen') return;
  event.waitUntil(Promise.all(message.urls.map((url) => keepSeen(url, (work) => event.waitUntil(work)))));
});

async function keepSeen(url: string, later: Keeping['later']): Promise<void> {
  const request = new Request(url, { cache: 'force-cache' });
  const rule = ruleFor(request, site);
  if (rule && rule.kind !== 'shell') await answer(request, rule, later);
}

function answer(request: Request, rule: Rule, later: Keeping['later']): Promise<Response> {
  switch (rule.kind) {
    case 'shell':
      return answerShell(request, rule.path, shell);
    case 'data':
      return answerChanging(request, rule.decode, { shelf: LISTS, later });
    case 'chunk':
      return answerChunk(request, rule.sha256, { shelf: CHUNKS, later });
  }
}
