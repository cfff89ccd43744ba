// The way from a real page, which can be read before any script has run, to the app.
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { readServedText } from '#article/servedText.ts';
import { inBase, urlOf } from '#data/base.ts';
import { seedQueries } from '#data/pageData.ts';
import { readPage } from '#data/readPage.ts';
import { loadMessages, localeFor } from '#messages/messages.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import type { PageFile } from '#shared/prerender.ts';
import { App } from './App.tsx';
import { loadScreen } from './loadScreen.ts';
import { keepNames } from './useManifest.ts';
import { positionQuery } from './useResume.ts';

type Options = {
  readonly client: QueryClient;
  readonly router: (screens: ReactNode) => ReactNode;
  /** Draws the screen of the address instead, where the page is that of another one. */
  readonly start: () => void;
};

/**
 * Loads what attaching to the page that is there takes: code alone, and rejects when that does not come. Gives what then
 * attaches the app.
 */
export async function preparePage({ client, router, start }: Options): Promise<() => void> {
  const root = document.getElementById('root');
  const page = readPage();
  if (!root || !page) return () => {};
  // Some hosts answer with their first page what they do not have.
  if (foldAddress(page.address) !== foldAddress(inBase(location.pathname))) {
    root.replaceChildren();
    return start;
  }
  if (!page.article) takeOwnAddress(page.address);
  const address = inBase(location.pathname);
  const [words] = await Promise.all([
    loadMessages(localeFor([document.documentElement.dataset['siteLang']])),
    loadScreen(address, page.article !== undefined),
    // Nothing may suspend while React attaches.
    client.prefetchQuery(positionQuery(address, keyOfVisit())),
  ]);
  return () => {
    keepNames(page.manifest);
    seedQueries(client, address, withText(page, root));
    hydrateRoot(root, <App {...{ client, words, router }} />);
  };
}

/** A screen that was asked for by another form of its address, `/index.html`, would lead to its own by drawing it anew. */
function takeOwnAddress(address: Address): void {
  if (inBase(location.pathname) === address) return;
  history.replaceState(history.state, '', urlOf(address) + location.search + location.hash);
}

/** The text of an article stands on the page once. */
function withText(page: PageFile, root: HTMLElement): PageFile {
  return page.article ? { ...page, article: { ...page.article, html: readServedText(root) } } : page;
}

/** The router's name of the entry in the history (react-router 7, `getHistoryState`). */
function keyOfVisit(): string {
  const { key = 'default' } = (history.state ?? {}) as { readonly key?: string }; // The router wrote it, or nobody.
  return key;
}
