import { useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import { streamInAddress } from '#shared/paths.ts';
import { FailedScreen } from './FailedScreen.tsx';
import css from './Layout.module.css';
import { ThinBar } from './ThinBar.tsx';

/** What stands around every screen, and what stands in for one that loads or failed. */
export function Layout() {
  const messages = useMessages();
  const queryClient = useQueryClient();
  const { pathname, search } = useLocation();
  const kind = pathname === '/' || streamInAddress(pathname) ? 'list' : 'article';
  return (
    <div className={css.page}>
      <a href="#main" className={css.skip}>
        {messages.skipToContent}
      </a>
      <ErrorBoundary fallback={() => <PlainBar />} resetKey={pathname}>
        <Suspense fallback={<div className={css.bar} />}>
          <ThinBar />
        </Suspense>
      </ErrorBoundary>
      <ErrorBoundary
        resetKey={pathname + search}
        onReset={() => void queryClient.resetQueries({ predicate: ({ state }) => state.status === 'error' })}
        fallback={(error, retry) => <FailedScreen error={error} retry={retry} />}
      >
        <Suspense fallback={<Skeleton kind={kind} />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

function PlainBar() {
  const { home } = useMessages();
  return (
    <nav className={css.bar} aria-label={home}>
      <Link to="/">{home}</Link>
    </nav>
  );
}
