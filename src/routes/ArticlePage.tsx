import { usePrefetchQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { ArticleBody } from '#article/ArticleBody.tsx';
import { makeTextReady } from '#article/readyTexts.ts';
import { inBase, isInBase, urlOf } from '#data/base.ts';
import { articleQuery } from '#data/queries.ts';
import { longDate, todayIn } from '#messages/format.ts';
import { headlineOf } from '#shared/headlineOf.ts';
import { bareSlugInAddress, categoryPath } from '#shared/paths.ts';
import type { Article } from '#shared/post.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { useIsAttached } from '#ui/useIsAttached.ts';
import { ArticleFoot } from './ArticleFoot.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import { ArticleOutline } from './ArticleOutline.tsx';
import css from './ArticlePage.module.css';
import { useArrival } from './arrival.ts';
import { holdBack } from './holdBack.ts';
import { Neighbours } from './Neighbours.tsx';
import { QuoteChart } from './QuoteChart.tsx';
import { ResumeNote } from './ResumeNote.tsx';
import { NotFoundPage, SlugifiedStream } from './screens.ts';
import { useArticleText } from './useArticleText.ts';
import { useKeepRead } from './useKeepRead.ts';
import { siteLang, useManifest } from './useManifest.ts';
import { useOwnAddress } from './useOwnAddress.ts';
import { useReadMark } from './useReadMark.ts';
import { useRefreshSaved } from './useRefreshSaved.ts';
import { useSaveKey } from './useSaveKey.ts';
import { positionQuery } from './useResume.ts';

/** Whatever lies at the address: an article, else a category of that name, else nothing. */
export function ArticlePage() {
  const { key, pathname } = useLocation();
  usePrefetchQuery(positionQuery(pathname, key));
  const { data: answer } = useSuspenseQuery(articleQuery(pathname));
  if (answer.kind === 'missing') return <NoArticle slug={bareSlugInAddress(pathname)} />;
  if (answer.kind === 'category') return <Navigate to={categoryPath(answer.slug)} replace />;
  return <ArticleScreen key={answer.article.address} article={answer.article} savedAt={answer.savedAt} />;
}

/** Makes the text of an article ready to be shown, before it is opened. */
export function readyArticle(html: string): void {
  makeTextReady(html);
}

function NoArticle({ slug }: { readonly slug: string | null }) {
  return slug === null ? <NotFoundPage /> : <SlugifiedStream kind="category" slug={slug} />;
}

type Props = {
  readonly article: Article;
  /** When it was saved, where only this device has it. */
  readonly savedAt: number | undefined;
};

function ArticleScreen({ article, savedAt }: Props) {
  const { manifest } = useManifest();
  const messages = useMessages();
  const { address, charts = [], html, lang, outline, rest, title } = article;
  useArrival(`${title} – ${manifest.site.title}`);
  useOwnAddress(article);
  useReadMark(address);
  useSaveKey(() => ({ headline: headlineOf(article), article }));
  useKeepRead(address);
  useRefreshSaved(address);
  const text = useArticleText(address);
  const open = useOpen();
  const isAttached = useIsAttached();
  return (
    <main id="main" className={css.screen}>
      <article className={css.article} lang={lang ?? siteLang(manifest)}>
        <ArticleHead article={article} manifest={manifest} />
        {savedAt !== undefined && (
          <p className={css.copy} lang={messages.locale}>
            {messages.saved.copyOf(longDate(todayIn(manifest.site.timezone, savedAt), messages))}
          </p>
        )}
        {text.isResumed && <ResumeNote onEnd={text.endResume} />}
        <div className={css.text}>
          {outline && <ArticleOutline headings={outline} grown={text.grown} />}
          <div>
            {charts.map((chart) => (
              <QuoteChart key={chart.src} chart={chart} />
            ))}
            <ArticleBody {...{ html, rest, holdBack }} body={text.body} onOpen={open} onGrow={text.grow} />
          </div>
        </div>
        <ArticleFoot article={article} />
        {isAttached && <p className={css.address}>{urlOf(address)}</p>}
        <ErrorBoundary fallback={() => null} resetKey={address}>
          <Suspense fallback={null}>
            <Neighbours article={article} />
          </Suspense>
        </ErrorBoundary>
      </article>
    </main>
  );
}

/** Follows a link of the text. One that stays in the text keeps what the history entry knows of where the reader came from. */
function useOpen(): (link: HTMLAnchorElement) => void {
  const here = useLocation();
  const navigate = useNavigate();
  return (link) => {
    const { pathname, search, hash } = link;
    if (!isInBase(pathname)) return location.assign(link.href);
    const address = inBase(pathname);
    const state: unknown = address === here.pathname ? here.state : null;
    void navigate(`${address}${search}${hash}`, { state });
  };
}
