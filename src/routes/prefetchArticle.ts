import type { QueryClient } from '@tanstack/react-query';
import { articleQuery } from '#data/queries.ts';
import { isSavingData } from '#device/saveData.ts';
import type { Address } from '#shared/post.ts';
import { ArticlePage } from './screens.ts';
import { whenIdle } from './whenIdle.ts';

/** Asks for an article that may be opened next, unless data is saved, and makes its text ready when the page is idle. */
export function prefetchArticle(client: QueryClient, address: Address): void {
  if (isSavingData()) return;
  const query = articleQuery(address);
  ArticlePage.prefetch();
  void client.prefetchQuery(query).then(() => {
    const answer = client.getQueryData(query.queryKey);
    if (answer?.kind === 'article') whenIdle(() => makeReady(answer.article.html));
  });
}

function makeReady(html: string): void {
  // What could not be made ready now is when it is opened.
  void import('./ArticlePage.tsx').then(({ readyArticle }) => readyArticle(html)).catch(() => {});
}
