import { lazy } from 'react';

/** A part of the app that did not arrive, or that a newer release has replaced. Only loading the page anew helps. */
export class MissingCodeError extends Error {}

/** Loads the code of the article screen, DOMPurify with it. Throws `MissingCodeError`. */
export async function loadArticlePage(): Promise<typeof import('./ArticlePage.tsx')> {
  try {
    return await import('./ArticlePage.tsx');
  } catch (cause) {
    throw new MissingCodeError('A part of this page could not be loaded', { cause });
  }
}

/** The article screen, loaded when it is first needed. */
export const ArticlePage = lazy(() => loadArticlePage().then(({ ArticlePage: screen }) => ({ default: screen })));
