import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { base } from '#data/base.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import { loadMessages, localeFor, type Messages } from '#messages/messages.ts';
import { AppRoutes } from '#routes/routes.tsx';
import { MessagesProvider } from '#ui/MessagesContext.ts';

// The site's language, which publishing wrote into the page, goes before the browser's.
const siteLang = document.documentElement.dataset['siteLang'];

history.scrollRestoration = 'manual';
void loadMessages(localeFor(siteLang === undefined ? navigator.languages : [siteLang])).then(start);

function start(messages: Messages): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element #root.');
  document.documentElement.lang = messages.locale;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={makeQueryClient()}>
        <MessagesProvider value={messages}>
          <BrowserRouter basename={base}>
            <AppRoutes />
          </BrowserRouter>
        </MessagesProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
