import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { articleQuery } from '#data/queries.ts';
import { isSavingData } from '#device/saveData.ts';
import type { Headline } from '#shared/post.ts';
import type { RowScroller } from '#ui/RowScroller.ts';
import { ArticlePage } from './screens.ts';

/** Asks for the articles of the rows in sight when the page stands still and has nothing else to do. */
export function usePrefetchRows(scroller: RowScroller, headlineAt: (position: number) => Headline | undefined): void {
  const client = useQueryClient();
  const prefetch = useEffectEvent(() => {
    if (isSavingData()) return;
    ArticlePage.prefetch();
    const { start, end } = scroller.visible;
    for (let position = start; position < end; position++) {
      const headline = headlineAt(position);
      if (headline) void client.prefetchQuery(articleQuery(headline.address));
    }
  });
  useEffect(() => {
    let waiting = whenIdle(() => prefetch());
    const stop = scroller.onSettled(() => {
      waiting();
      waiting = whenIdle(() => prefetch());
    });
    return () => {
      waiting();
      stop();
    };
  }, [scroller]);
}

/** Calls back when the page is idle; gives a function that takes that back. */
function whenIdle(callback: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(callback, 300);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(callback, { timeout: 2000 });
  return () => cancelIdleCallback(handle);
}
