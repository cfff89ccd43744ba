import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { ArticleBody } from '#article/ArticleBody.tsx';
import { inBase, isInBase } from '#data/base.ts';
import type { ArticleAnswer } from '#data/archiveClient.ts';
import { articleQuery } from '#data/queries.ts';
import { categoryPath, foldAddress } from '#shared/paths.ts';
import type { Article } from '#shared/post.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { ArticleFoot } from './ArticleFoot.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import css from './ArticlePage.module.css';
import { ArticleTools } from './ArticleTools.tsx';
import { useArrival } from './arrival.ts';
import { holdBack } from './holdBack.ts';
import { Neighbours } from './Neighbours.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { siteLang, useManifest } from './useManifest.ts';

/** Whatever lies at the address: an article, else a category of that name, else nothing. */
export function ArticlePage() {
  const { pathname } = useLocation();
  const { data: answer } = useSuspenseQuery(articleQuery(pathname));
  if (answer.kind === 'missing') return <NotFoundPage />;
  if (answer.kind === 'category') return <Navigate to={categoryPath(answer.slug)} replace />;
  return <ArticleScreen article={answer.article} />;
}

function ArticleScreen({ article }: { readonly article: Article }) {
  const { manifest } = useManifest();
  const { site } = manifest;
  const navigate = useNavigate();
  useArrival(`${article.title} – ${site.title}`);
  useOwnAddress(article);
  const open = (link: HTMLAnchorElement) => {
    const { pathname, search, hash } = link;
    if (isInBase(pathname)) void navigate(`${inBase(pathname)}${search}${hash}`);
    else location.assign(link.href);
  };
  return (
    <main id="main">
      <article className={css.article} lang={article.lang ?? siteLang(manifest)}>
        <ArticleHead article={article} manifest={manifest} />
        <ArticleTools article={article} />
        <ArticleBody html={article.html} onOpen={open} holdBack={holdBack} />
        <ArticleFoot article={article} />
        <ErrorBoundary fallback={() => null} resetKey={article.address}>
          <Suspense fallback={null}>
            <Neighbours article={article} />
          </Suspense>
        </ErrorBoundary>
      </article>
    </main>
  );
}

/** An old address that led here gives way to the article's own. */
function useOwnAddress(article: Article): void {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (foldAddress(pathname) === foldAddress(article.address)) return;
    const answer: ArticleAnswer = { kind: 'article', article };
    queryClient.setQueryData(articleQuery(article.address).queryKey, answer);
    void navigate(article.address + search + hash, { replace: true });
  }, [article, pathname, search, hash, navigate, queryClient]);
}
