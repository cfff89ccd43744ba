import { useQuery } from '@tanstack/react-query';
import { Fragment, useMemo } from 'react';
import { Link } from 'react-router';
import { calendarQuery } from '#data/screenQueries.ts';
import { number } from '#messages/format.ts';
import type { CalendarYear } from '#shared/archive.ts';
import { addDays, readCalendars } from '#shared/calendar.ts';
import { dayPath } from '#shared/paths.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import type { Span } from './archiveMonths.ts';
import css from './Archive.module.css';
import { useIsNear } from './useIsNear.ts';
import { YearMap } from './YearMap.tsx';

type Props = {
  readonly year: string;
  readonly count: number;
  readonly span: Span;
  /** The newest stands on top, and is asked for at once. */
  readonly isNewest: boolean;
};

/** A year as a map of its days. It is asked for when it comes near; until then, and when that fails, no day is marked. */
export function ArchiveYear({ year, count, span, isNewest }: Props) {
  const messages = useMessages();
  const [isNear, watch] = useIsNear();
  const { data, isError, refetch } = useQuery({ ...calendarQuery(year), enabled: isNewest || isNear });
  const factsOf = useMemo(() => (data ? readCalendars([data]) : null), [data]);
  return (
    <section ref={watch} className={css.year} aria-labelledby={`y${year}`}>
      <header>
        <h2 id={`y${year}`}>
          <Link to={`/?from=${year}`}>{year}</Link>
        </h2>
        <p>{messages.postCount(count)}</p>
        {data && <Marks calendar={data} />}
      </header>
      <YearMap year={year} span={span} factsOf={factsOf}>
        {isError && (
          <span role="alert">
            {navigator.onLine ? messages.failedText : messages.offlineText}{' '}
            <Button onClick={() => void refetch()}>{messages.tryAgain}</Button>
          </span>
        )}
      </YearMap>
      {data && <DayLinks calendar={data} />}
    </section>
  );
}

/** The year's days with posts, for readers without script, to whom the map does not open. */
function DayLinks({ calendar: { year, counts } }: { readonly calendar: CalendarYear }) {
  const days = counts.flatMap((count, index) => (count > 0 ? addDays(`${year}-01-01`, index) : []));
  return (
    <noscript>
      <p>
        {days.toReversed().map((day) => (
          <Fragment key={day}>
            <Link to={dayPath(day)}>{day}</Link>{' '}
          </Fragment>
        ))}
      </p>
    </noscript>
  );
}

/** How many days of the year are marked, and with what. */
function Marks({ calendar: { gaps, problems } }: { readonly calendar: CalendarYear }) {
  const messages = useMessages();
  return (
    <>
      {gaps.length > 0 && <p data-mark="gap">{`${messages.missing} ${number(gaps.length, messages)}`}</p>}
      {problems.length > 0 && <p data-mark="problem">{`${messages.problems} ${number(problems.length, messages)}`}</p>}
    </>
  );
}
