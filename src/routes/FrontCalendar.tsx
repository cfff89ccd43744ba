import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { calendarQuery } from '#data/screenQueries.ts';
import { ARCHIVE_PATH } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { CalendarMap, firstDayOfMap } from '#ui/CalendarMap.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './FrontAside.module.css';

/** The last half year of an archive as squares, which lead to the archive. Years that do not come are drawn without posts. */
export function FrontCalendar({ first, last }: { readonly first: Day; readonly last: Day }) {
  const { archive, locale } = useMessages();
  const [from, to] = [firstDayOfMap(last).slice(0, 4), last.slice(0, 4)];
  const years = from < to && first.slice(0, 4) < to ? [to, from] : [to];
  const answers = useQueries({ queries: years.map(calendarQuery) });
  const calendars = answers.flatMap(({ data }) => data ?? []);
  return (
    <section>
      <h2 lang={locale}>
        <Link to={ARCHIVE_PATH}>
          {archive} <small>{last.slice(0, 4)} ›</small>
        </Link>
      </h2>
      <div className={css.map}>
        <CalendarMap last={last} calendars={calendars} />
      </div>
    </section>
  );
}
