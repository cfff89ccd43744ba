import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Headline } from '#shared/post.ts';
import type { RowScroller } from '#ui/RowScroller.ts';
import { prefetchArticle } from './prefetchArticle.ts';
import { whenIdle } from './whenIdle.ts';

/** Asks for the articles of the rows in sight when the page stands still and has nothing else to do. */
export function usePrefetchRows(scroller: RowScroller, headlineAt: (position: number) => Headline | undefined): void {
  const client = useQueryClient();
  const prefetch = useEffectEvent(() => {
    const { start, end } = scroller.visible;
    for (let position = start; position < end; position++) {
      const headline = headlineAt(position);
      if (headline) prefetchArticle(client, headline.address);
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
