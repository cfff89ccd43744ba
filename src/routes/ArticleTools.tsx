import { type MouseEvent, Suspense, useState } from 'react';
import { type Quote, selectedQuote } from '#article/quote.ts';
import { toggleSaved } from '#device/keepSaved.ts';
import { useMarks } from '#device/marks.ts';
import { headlineOf } from '#shared/headlineOf.ts';
import type { Article } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { useIsAttached } from '#ui/useIsAttached.ts';
import css from './ArticleTools.module.css';
import { SharePanel } from './screens.ts';
import { useSelected } from './useSelected.ts';

/** What a reader can do with an article: save it, send it, copy from it. A selection brings the copying to hand. */
export function ArticleTools({ article }: { readonly article: Article }) {
  const { failedText, locale, saved, share, tryAgain } = useMessages();
  const isSaved = useMarks().saved.has(article.address);
  const isSelected = useSelected();
  const isAttached = useIsAttached();
  const [opened, setOpened] = useState<{ readonly quote: Quote | null } | null>(null);
  const open = () => setOpened({ quote: selectedQuote() });
  return (
    <div className={css.tools} lang={locale}>
      <button
        type="button"
        className={css.share}
        disabled={!isAttached}
        aria-pressed={isSaved}
        onClick={() => void toggleSaved(headlineOf(article), article)}
      >
        <Ribbon />
        {saved.save}
      </button>
      <button
        type="button"
        className={css.share}
        disabled={!isAttached}
        onMouseDown={keepSelection}
        onClick={open}
        aria-haspopup="dialog"
      >
        {share.button}
      </button>
      {isSelected && (
        <div className={css.near}>
          <Button onMouseDown={keepSelection} onClick={open} aria-haspopup="dialog">
            {share.quote}
          </Button>
        </div>
      )}
      {opened && (
        <ErrorBoundary
          fallback={(_error, retry) => (
            <p role="alert">
              {failedText} <Button onClick={retry}>{tryAgain}</Button>
            </p>
          )}
        >
          <Suspense>
            <SharePanel article={article} quote={opened.quote} onClose={() => setOpened(null)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}

function Ribbon() {
  return (
    <svg viewBox="0 0 12 16" width="12" height="16" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M1.5 1h9v13l-4.5-3.5l-4.5 3.5z" />
    </svg>
  );
}

function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}
