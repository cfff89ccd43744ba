import type { ReactNode } from 'react';
import { saveArticle } from '#device/keepSaved.ts';
import { useMarks } from '#device/marks.ts';
import { awayWords } from '#messages/awayWords.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Headline } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';

/**
 * What rows that cannot be opened without network or host say, which is also a button: their articles are saved once
 * there are both. It stands in the place of their source, so that nothing moves. Undefined for all others.
 */
export function useAway(): (headline: Headline) => ReactNode {
  const messages = useMessages();
  const words = awayWords(messages);
  const { here, saved } = useMarks();
  return (headline) => {
    const { address } = headline;
    if (here.size === 0 || here.has(foldAddress(address))) return undefined;
    const isSaved = saved.has(address);
    return (
      <button
        key=""
        type="button"
        lang={messages.locale}
        aria-disabled={isSaved}
        onClick={() => isSaved || void saveArticle(headline)}
      >
        {isSaved ? words.savedLater : words.saveLater}
      </button>
    );
  };
}
