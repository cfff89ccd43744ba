import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { periodQuery, type StreamId } from '#data/queries.ts';
import { partsOf } from '#data/streamRows.ts';
import { monthOf, number, yearOf } from '#messages/format.ts';
import type { PeriodCount } from '#shared/archive.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './DateDialog.module.css';

type Props = {
  readonly stream: StreamId;
  /** The stream's years with their counts, newest first. */
  readonly years: readonly PeriodCount[];
  readonly onClose: () => void;
};

/** Where a list goes on from: a day that is typed or picked, or a month out of those that have posts. */
export function DateDialog({ stream, years, onClose }: Props) {
  const messages = useMessages();
  const id = useId();
  const navigate = useNavigate();
  const go = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = new FormData(event.currentTarget).get('day');
    if (typeof day !== 'string' || day === '') return;
    void navigate({ search: `?from=${day}` });
    onClose();
  };
  return (
    <Dialog title={messages.chooseDate} onClose={onClose}>
      <form className={css.form} onSubmit={go}>
        <label htmlFor={id}>{messages.day}</label>
        <input id={id} type="date" name="day" min={`${years.at(-1)?.period}-01-01`} max={`${years[0]?.period}-12-31`} />
        <Button type="submit">{messages.go}</Button>
      </form>
      <ul>
        {years.map((year) => (
          <li key={year.period}>
            <Year stream={stream} year={year} isOnly={years.length === 1} onChoose={onClose} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type YearProps = {
  readonly stream: StreamId;
  readonly year: PeriodCount;
  readonly isOnly: boolean;
  readonly onChoose: () => void;
};

function Year({ stream, year: { period, count }, isOnly, onChoose }: YearProps) {
  const messages = useMessages();
  const [isOpen, setOpen] = useState(isOnly);
  const { data, isError } = useQuery({ ...periodQuery(stream, period), enabled: isOpen });
  return (
    <details className={css.year} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {yearOf(period, messages)} <small>{number(count, messages)}</small>
      </summary>
      {isOpen && data === undefined && <output>{isError ? messages.failedText : messages.loading}</output>}
      <ul className={css.months}>
        {data &&
          partsOf(data, 'YYYY-MM'.length).map((month) => (
            <li key={month.period}>
              <Link to={{ search: `?from=${month.period}` }} onClick={onChoose}>
                {monthOf(month.period, messages)} <small>{number(month.count, messages)}</small>
              </Link>
            </li>
          ))}
      </ul>
    </details>
  );
}
