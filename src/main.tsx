import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { base, inBase } from '#data/base.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import { followSettings } from '#device/settings.ts';
import { loadMessages, localeFor, type Messages } from '#messages/messages.ts';
import { AppRoutes, prefetchScreen } from '#routes/routes.tsx';
import { MessagesProvider } from '#ui/MessagesContext.ts';

const queryClient = makeQueryClient();
// Data is asked for beside the words, not after them.
prefetchScreen(queryClient, inBase(location.pathname));

history.scrollRestoration = 'manual';
// The site's language, which publishing wrote into the page, goes before the browser's.
const siteLang = document.documentElement.dataset['siteLang'];
void loadMessages(localeFor([siteLang, ...navigator.languages])).then(start, sayItFailed);
followSettings();

/** Without words there is no interface to say it in: a connection lost, or a release that has replaced this one. */
function sayItFailed(): void {
  document.body.textContent = '未能载入，请刷新页面。 This page could not be loaded. Reload to try again.';
}

function start(messages: Messages): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element #root.');
  document.documentElement.lang = messages.locale;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <MessagesProvider value={messages}>
          <BrowserRouter basename={base}>
            <AppRoutes />
          </BrowserRouter>
        </MessagesProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
