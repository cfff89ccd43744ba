import { useMessages } from '#ui/MessagesContext.ts';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import css from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

/** Every year of the archive. */
export function ArchivePage() {
  const { manifest } = useManifest();
  const messages = useMessages();
  useArrival(`${messages.archive} – ${manifest.site.title}`);
  return (
    <main id="main">
      <header className={css.header}>
        <ScreenTitle>{messages.archive}</ScreenTitle>
      </header>
    </main>
  );
}
