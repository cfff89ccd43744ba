import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { calendarQuery } from '#data/screenQueries.ts';
import { monthOf } from '#messages/format.ts';
import { daysOfMonth, readCalendars } from '#shared/calendar.ts';
import { ARCHIVE_PATH } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import css from './Archive.module.css';
import { monthBeside, monthSearch, type Span } from './archiveMonths.ts';
import { useArrival } from './arrival.ts';
import { MonthTable } from './MonthTable.tsx';
import page from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

type Props = { readonly month: string; readonly span: Span };

/** A month of the archive: its days as a table, each leading to its headlines, and the months beside it. */
export function ArchiveMonth({ month, span }: Props) {
  const { manifest } = useManifest();
  const messages = useMessages();
  const { data: calendar } = useSuspenseQuery(calendarQuery(month.slice(0, 4)));
  const name = monthOf(month, messages);
  useArrival(`${name} – ${manifest.site.title}`);
  const days = daysOfMonth(month).map(readCalendars([calendar]));
  const count = days.reduce((sum, day) => sum + day.count, 0);
  return (
    <main id="main">
      <header className={page.header}>
        <p>
          <Link to={ARCHIVE_PATH}>{messages.archive}</Link>
        </p>
        <ScreenTitle>{name}</ScreenTitle>
        <p>
          <Link to={`/?from=${month}`}>{messages.postCount(count)}</Link>
        </p>
      </header>
      <MonthTable caption={name} days={days} />
      <nav className={css.beside} aria-label={messages.archive}>
        <BesideLink month={monthBeside(month, -1, span)} rel="prev" />
        <BesideLink month={monthBeside(month, 1, span)} rel="next" />
      </nav>
    </main>
  );
}

function BesideLink({ month, rel }: { readonly month: string | null; readonly rel: 'prev' | 'next' }) {
  const messages = useMessages();
  if (month === null) return <span />;
  return (
    <Link to={{ search: monthSearch(month) }} rel={rel}>
      {monthOf(month, messages)}
    </Link>
  );
}
