import { longDate } from '#messages/format.ts';
import type { Day } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import css from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

/** The headlines of one day. */
export function DayPage({ day }: { readonly day: Day }) {
  const { manifest } = useManifest();
  const messages = useMessages();
  const name = longDate(day, messages);
  useArrival(`${name} – ${manifest.site.title}`);
  return (
    <main id="main">
      <header className={css.header}>
        <ScreenTitle>{name}</ScreenTitle>
      </header>
    </main>
  );
}
