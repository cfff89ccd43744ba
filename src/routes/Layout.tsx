import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useIsAttached } from '#ui/useIsAttached.ts';
import { foldAddress, isScreen } from '#shared/paths.ts';
import { FailedScreen } from './FailedScreen.tsx';
import css from './Layout.module.css';
import { ThinBar } from './ThinBar.tsx';
import { useOverlays } from './useOverlays.tsx';

const ScreenFoot = lazy(() => import('./ScreenFoot.tsx').then((module) => ({ default: module.ScreenFoot })));

/** What stands around every screen, and what stands in for one that loads or failed. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const messages = useMessages();
  const { pathname, search, state } = useLocation();
  const isAttached = useIsAttached();
  const [attempt, setAttempt] = useState(0);
  const { shown, open } = useOverlays();
  // Nothing floats over an article's text.
  const hasPlaces = pathname === '/' || isScreen(foldAddress(pathname));
  const kind = hasPlaces ? 'list' : 'article';
  return (
    <div className={hasPlaces ? `${css.page} ${css.withPlaces}` : css.page}>
      <Link to="#main" state={state} className={css.skip}>
        {messages.skipToContent}
      </Link>
      <ErrorBoundary fallback={() => <PlainBar />} resetKey={`${pathname}${search} ${attempt}`}>
        <Suspense fallback={<div className={css.bar} />}>
          <ThinBar open={open} />
        </Suspense>
      </ErrorBoundary>
      <ErrorBoundary
        resetKey={pathname + search}
        onReset={() => setAttempt(attempt + 1)}
        fallback={(error, retry) => <FailedScreen error={error} retry={retry} />}
      >
        {/* With a new key, another screen shows what is to come at once; without, the old one stays as if nothing were. */}
        <Suspense key={pathname} fallback={<Skeleton kind={kind} />}>
          {children}
        </Suspense>
      </ErrorBoundary>
      {isAttached && (
        <ErrorBoundary fallback={() => null} resetKey={pathname}>
          <Suspense fallback={null}>
            <ScreenFoot hasPlaces={hasPlaces} openPalette={() => open('palette')} />
          </Suspense>
        </ErrorBoundary>
      )}
      {shown}
    </div>
  );
}

function PlainBar() {
  const { home, siteNav } = useMessages();
  return (
    <nav className={css.bar} aria-label={siteNav}>
      <Link to="/">{home}</Link>
    </nav>
  );
}
