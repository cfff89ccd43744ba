import { useSyncExternalStore } from 'react';
import { hasSelection } from '#article/quote.ts';

/** Whether some of the article's text is selected now. */
export function useSelected(): boolean {
  return useSyncExternalStore(subscribe, hasSelection, () => false);
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('selectionchange', listener);
  return () => document.removeEventListener('selectionchange', listener);
}
