// The whole reader, started as main.tsx starts it. Nothing is pretended but the network and the window's scrolling.
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { onTestFinished, vi } from 'vitest';
import { makeQueryClient } from '#data/queryClient.ts';
import { loadMessages, type Locale } from '#messages/messages.ts';
import { AppRouter } from '#routes/AppRouter.tsx';
import { LanguageProvider } from '#routes/LanguageProvider.tsx';
import { AppRoutes } from '#routes/routes.tsx';
import type { FakeArchive } from './fakeArchive.ts';

// The reader hides nothing, and to ask jsdom whether each row is hidden takes seconds.
configure({ defaultHidden: true });

/** Opens an address of a published site in a new window, and gives the reader's hands. */
export async function openReader(
  archive: FakeArchive,
  address: string,
  locale: Locale = 'zh-Hans',
): Promise<UserEvent> {
  vi.stubGlobal('fetch', archive.fetch);
  vi.stubGlobal('scrollTo', vi.fn<typeof window.scrollTo>()); // jsdom has none.
  window.history.replaceState(null, '', address);
  document.title = '';
  document.documentElement.dataset['siteLang'] = locale;
  const client = makeQueryClient();
  const messages = await loadMessages(locale);
  render(
    <QueryClientProvider client={client}>
      <LanguageProvider words={messages}>
        <AppRouter base="/">
          <AppRoutes />
        </AppRouter>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  onTestFinished(() => {
    client.clear();
    // What a test left open over the screen would wait for Back in the next one.
    window.dispatchEvent(new PopStateEvent('popstate'));
    delete document.documentElement.dataset['siteLang'];
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  return userEvent.setup();
}

/** The address the window shows, without its host, decoded. */
export function shownAddress(): string {
  const { pathname, search, hash } = window.location;
  return decodeURIComponent(`${pathname}${search}${hash}`);
}
