import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { NetworkError, NewerFormatError } from '#data/errors.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import css from './StreamPage.module.css';
import { useRecovery } from './useRecovery.ts';

const FaultNote = lazy(() => import('./FaultNote.tsx').then((module) => ({ default: module.FaultNote })));
const NotHere = lazy(() => import('./NotHere.tsx').then((module) => ({ default: module.NotHere })));

type Props = { readonly error: unknown; readonly retry: () => void };

/** A screen whose data did not come: what happened, another try, and the way home. It comes back by itself, too. */
export function FailedScreen({ error, retry }: Props) {
  const messages = useMessages();
  useArrival(messages.failedTitle);
  const again = useRecovery(error, retry);
  return (
    <main id="main">
      <header className={css.header}>
        <ScreenTitle>{messages.failedTitle}</ScreenTitle>
      </header>
      <Notice role="alert">
        <p>{explain()}</p>
        <Button onClick={again}>{messages.tryAgain}</Button>
        <Link to="/">{messages.home}</Link>
        <Late fallback={<small>{'\u00a0'}</small>}>
          <FaultNote error={error} />
        </Late>
      </Notice>
      {error instanceof NetworkError && (
        <Late fallback={null}>
          <NotHere />
        </Late>
      )}
    </main>
  );

  function explain(): string {
    if (error instanceof NewerFormatError) return messages.newerFormatText;
    return navigator.onLine ? messages.failedText : messages.offlineText;
  }
}

/** What is good to have on a screen that failed, and may fail, too. */
function Late({ children, fallback }: { readonly children: ReactNode; readonly fallback: ReactNode }) {
  return (
    <ErrorBoundary fallback={() => fallback}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </ErrorBoundary>
  );
}
