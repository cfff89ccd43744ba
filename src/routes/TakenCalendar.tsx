import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ALL, headQuery } from '#data/queries.ts';
import { calendarQuery } from '#data/screenQueries.ts';
import { alongWords } from '#messages/alongWords.ts';
import { monthOf } from '#messages/format.ts';
import type { Manifest } from '#shared/archive.ts';
import { daysBetween, daysOfMonth, readCalendars } from '#shared/calendar.ts';
import type { Day } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import archive from './Archive.module.css';
import { monthBeside, monthIn, monthSearch, type Span } from './archiveMonths.ts';
import { ChosenDays } from './ChosenDays.tsx';
import { DayRangeForm } from './DayRangeForm.tsx';
import { type Chosen, PickTable } from './PickTable.tsx';
import css from './OfflinePage.module.css';

/** A month with what of it is here, out of which days are chosen: one by one, by the week, the month, or as a stretch. */
export function TakenCalendar({ manifest: { firstDay, lastDay } }: { readonly manifest: Manifest }) {
  const messages = useMessages();
  if (firstDay === undefined || lastDay === undefined) return <p>{messages.emptyArchive}</p>;
  return <Months first={firstDay} last={lastDay} />;
}

function Months({ first, last }: { readonly first: Day; readonly last: Day }) {
  const messages = useMessages();
  const along = alongWords(messages);
  const { data: head } = useSuspenseQuery(headQuery(ALL.kind, ALL.slug));
  const span: Span = { first, last, years: head.years };
  const month = monthIn(useSearchParams()[0].get('month'), span) ?? last.slice(0, 7);
  const { data: calendar } = useSuspenseQuery(calendarQuery(month.slice(0, 4)));
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const days = daysOfMonth(month).map(readCalendars([calendar]));
  const name = monthOf(month, messages);
  const { chooseRange, hasFailed } = useRange({ first, last, setChosen });
  return (
    <section className={css.calendar} aria-label={name}>
      <nav className={archive.beside} aria-label={messages.archive}>
        <BesideLink month={monthBeside(month, -1, span)} rel="prev" />
        <BesideLink month={monthBeside(month, 1, span)} rel="next" />
      </nav>
      <PickTable caption={name} days={days} chosen={chosen} choose={setChosen} />
      <p className={css.buttons}>
        <Button onClick={() => void chooseRange(`${month}-01`, `${month}-31`)}>{along.month}</Button>
      </p>
      <DayRangeForm first={first} last={last} choose={(from, to) => void chooseRange(from, to)} />
      {hasFailed && <p role="alert">{navigator.onLine ? messages.failedText : messages.offlineText}</p>}
      <ChosenDays chosen={chosen} clear={() => setChosen(new Map())} />
    </section>
  );
}

type RangeOptions = {
  readonly first: Day;
  readonly last: Day;
  readonly setChosen: (chosen: Chosen) => void;
};

/** Chooses all days of a stretch that have posts, once the calendars of its years are there; when they do not come, tells. */
function useRange({ first, last, setChosen }: RangeOptions) {
  const client = useQueryClient();
  const [hasFailed, setFailed] = useState(false);
  const chooseRange = async (from: Day, to: Day) => {
    setFailed(false);
    const range = daysBetween(from < first ? first : from, to > last ? last : to);
    const years = [...new Set(range.map((day) => day.slice(0, 4)))];
    const asked = years.map((year) => client.ensureQueryData(calendarQuery(year)));
    const calendars = await Promise.all(asked).catch(() => null);
    if (calendars === null) return setFailed(true);
    const factsOf = readCalendars(calendars);
    setChosen(new Map(range.map((day) => [day, factsOf(day).count] as const).filter(([, count]) => count > 0)));
  };
  return { chooseRange, hasFailed };
}

function BesideLink({ month, rel }: { readonly month: string | null; readonly rel: 'prev' | 'next' }) {
  const messages = useMessages();
  if (month === null) return <span />;
  return (
    <Link to={{ search: monthSearch(month) }} rel={rel} replace>
      {rel === 'prev' && '‹ '}
      {monthOf(month, messages)}
      {rel === 'next' && ' ›'}
    </Link>
  );
}
