import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import type { Messages } from '#messages/messages.ts';
import { LanguageProvider } from './LanguageProvider.tsx';
import { AppRoutes } from './routes.tsx';

type Props = {
  readonly client: QueryClient;
  /** The words of the first render. */
  readonly words: Messages;
  /** Gives the screens their address. */
  readonly router: (screens: ReactNode) => ReactNode;
};

/** The reader, with all that its screens need around them. */
export function App({ client, words, router }: Props) {
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider words={words}>{router(<AppRoutes />)}</LanguageProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
