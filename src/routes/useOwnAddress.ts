import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ArticleAnswer } from '#data/archiveClient.ts';
import { articleQuery } from '#data/queries.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Article } from '#shared/post.ts';

/** An old address that led to an article gives way to the article's own. */
export function useOwnAddress(article: Article): void {
  const { pathname, search, hash, state } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (foldAddress(pathname) === foldAddress(article.address)) return;
    const answer: ArticleAnswer = { kind: 'article', article };
    queryClient.setQueryData(articleQuery(article.address).queryKey, answer);
    void navigate(article.address + search + hash, { replace: true, state });
  }, [article, pathname, search, hash, state, navigate, queryClient]);
}
