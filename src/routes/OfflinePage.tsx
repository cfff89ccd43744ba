import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { canTakeAlong } from '#device/followTaken.ts';
import { hasWorker } from '#device/hasWorker.ts';
import { loadTakenDays } from '#device/takenDays.ts';
import { alongWords } from '#messages/alongWords.ts';
import { awayWords } from '#messages/awayWords.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import { NewestChoice } from './NewestChoice.tsx';
import css from './OfflinePage.module.css';
import header from './StreamPage.module.css';
import { TakenCalendar } from './TakenCalendar.tsx';
import { TakenTotal } from './TakenTotal.tsx';
import { TakingProgress } from './TakingProgress.tsx';
import { useManifest } from './useManifest.ts';

/** What is taken along: what is here, how more of it comes, and what comes by itself. */
export function OfflinePage() {
  const { manifest } = useManifest();
  const messages = useMessages();
  const along = alongWords(messages);
  const { title } = awayWords(messages);
  useArrival(`${title} – ${manifest.site.title}`);
  useEffect(() => void loadTakenDays(), []);
  // Nothing is said until it is known: on a first visit, the worker is being installed.
  const { data: isPossible } = useQuery({
    queryKey: ['along'],
    queryFn: async () => hasWorker() && canTakeAlong(),
    staleTime: Infinity,
  });
  return (
    <main id="main">
      <header className={header.header}>
        <ScreenTitle>{title}</ScreenTitle>
        <p className={css.about}>{along.about}</p>
      </header>
      {isPossible === false && <Notice>{along.impossible}</Notice>}
      {isPossible && (
        <>
          <TakenTotal />
          <TakingProgress />
          <ErrorBoundary fallback={() => <Notice>{messages.offlineText}</Notice>}>
            <Suspense fallback={<Skeleton kind="list" />}>
              <TakenCalendar manifest={manifest} />
            </Suspense>
          </ErrorBoundary>
          <NewestChoice />
        </>
      )}
    </main>
  );
}
