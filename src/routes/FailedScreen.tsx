import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { NewerFormatError } from '#data/errors.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import { MissingCodeError } from './screens.ts';
import css from './StreamPage.module.css';

type Props = { readonly error: unknown; readonly retry: () => void };

/** A screen whose data did not come: what happened, another try, and the way home. */
export function FailedScreen({ error, retry }: Props) {
  const messages = useMessages();
  const queryClient = useQueryClient();
  useArrival(messages.failedTitle);
  // A failure is not remembered: whatever the reader opens next, or this again, is asked for anew.
  useEffect(() => queryClient.removeQueries({ predicate: ({ state }) => state.status === 'error' }), [queryClient]);
  return (
    <main id="main">
      <header className={css.header}>
        <ScreenTitle>{messages.failedTitle}</ScreenTitle>
      </header>
      <Notice role="alert">
        <p>{explain()}</p>
        <Button onClick={error instanceof MissingCodeError ? () => location.reload() : retry}>
          {messages.tryAgain}
        </Button>
        <Link to="/">{messages.home}</Link>
        <small>{error instanceof Error ? error.message : messages.unknownError}</small>
      </Notice>
    </main>
  );

  function explain(): string {
    if (error instanceof NewerFormatError) return messages.newerFormatText;
    return navigator.onLine ? messages.failedText : messages.offlineText;
  }
}
