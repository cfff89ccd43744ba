import { useEffect } from 'react';
import { toggleSaved } from '#device/keepSaved.ts';
import type { Article, Headline } from '#shared/post.ts';
import { isSingleKey } from './singleKeys.ts';

/** What a key saves or drops: a row, with its text where that is here. */
export type Savable = { readonly headline: Headline; readonly article?: Article };

/** The keys s and f save what the reader is at, or drop it when it is saved; null where they are at nothing. */
export function useSaveKey(readerIsAt: () => Savable | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isMeant = (event.key === 's' || event.key === 'f') && !event.repeat && isSingleKey(event);
      const savable = isMeant ? readerIsAt() : null;
      if (!savable) return;
      event.preventDefault();
      void toggleSaved(savable.headline, savable.article);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
