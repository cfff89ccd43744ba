import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { base, inBase } from '#data/base.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import { chosenSetting, followSettings } from '#device/settings.ts';
import type { Messages } from '#messages/messages.ts';
import { LanguageProvider, loadWords } from '#routes/LanguageProvider.tsx';
import { AppRoutes, prefetchScreen } from '#routes/routes.tsx';

const queryClient = makeQueryClient();
// Data is asked for beside the words, not after them.
prefetchScreen(queryClient, inBase(location.pathname));

history.scrollRestoration = 'manual';
void loadWords(chosenSetting('locale')).then(start, sayItFailed);
followSettings();
if (import.meta.env.PROD)
  addEventListener('load', () => import('#device/registerWorker.ts').then(({ registerWorker }) => registerWorker()));

/** Without words there is no interface to say it in: a connection lost, or a release that has replaced this one. */
function sayItFailed(): void {
  document.body.textContent = '未能载入，请刷新页面。 This page could not be loaded. Reload to try again.';
}

function start(messages: Messages): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element #root.');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider words={messages}>
          <BrowserRouter basename={base}>
            <AppRoutes />
          </BrowserRouter>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
