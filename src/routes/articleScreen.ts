import { lazy } from 'react';

/** Loads the code of the article screen, DOMPurify with it. Called again, it answers with the same promise. */
export const loadArticlePage = () => import('./ArticlePage.tsx');

/** The article screen, loaded when it is first needed. */
export const ArticlePage = lazy(() => loadArticlePage().then(({ ArticlePage: screen }) => ({ default: screen })));
