import { longDate, monthOf } from '#messages/format.ts';
import type { Manifest } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import css from './Masthead.module.css';
import { useMessages } from './MessagesContext.ts';
import { ScreenTitle } from './ScreenTitle.tsx';

/** The paper's name over the front page, with the date and what lies in the archive. */
export function Masthead({ manifest, today }: { readonly manifest: Manifest; readonly today: Day }) {
  const messages = useMessages();
  const { count, firstDay, site } = manifest;
  return (
    <header className={css.masthead} lang={site.lang ?? ''}>
      <ScreenTitle>{site.title}</ScreenTitle>
      <p lang={messages.locale}>
        <time dateTime={today}>{longDate(today, messages)}</time>
        {firstDay !== undefined && <span>{messages.archiveSize(count, monthOf(firstDay, messages))}</span>}
      </p>
    </header>
  );
}
