import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { monthOf } from '#messages/format.ts';
import type { Day } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './Archive.module.css';
import { monthSearch, type Span } from './archiveMonths.ts';
import { stepFrom } from './calendarKeys.ts';
import { dayLabel } from './dayLabel.ts';
import { type FactsOf, MonthMap } from './MonthMap.tsx';

type Props = {
  readonly year: string;
  readonly span: Span;
  readonly factsOf: FactsOf;
  /** Stands in the line under the map until a day was pointed at. */
  readonly children?: ReactNode;
};

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/**
 * The months of a year, their days as squares. One day is under the cursor, which keys and the mouse move: that one
 * alone is a link, so a year is one stop of the Tab key, and the line below tells of it. A finger opens the month.
 */
export function YearMap({ year, span, factsOf, children }: Props) {
  const messages = useMessages();
  const first = span.first > `${year}-01-01` ? span.first : `${year}-01-01`;
  const last = span.last < `${year}-12-31` ? span.last : `${year}-12-31`;
  const [moved, setCursor] = useState<{ readonly day: Day; readonly takesFocus: boolean } | null>(null);
  const cursor = moved ?? { day: last, takesFocus: false };
  const facts = moved && factsOf?.(moved.day);
  const moveByKey = (event: KeyboardEvent) => {
    const day = stepFrom(cursor.day, event, { first, last });
    if (day === null) return;
    event.preventDefault();
    setCursor({ day, takesFocus: true });
  };
  return (
    <>
      <ol className={css.months}>
        {MONTHS.map((month) => (
          <MonthMap
            key={month}
            month={`${year}-${month}`}
            first={first}
            last={last}
            factsOf={factsOf}
            cursor={{ ...cursor, onKeyDown: moveByKey, onFocus: () => setCursor(cursor) }}
            point={(day) => day !== cursor.day && setCursor({ day, takesFocus: false })}
          />
        ))}
      </ol>
      <p className={css.readout}>
        {facts ? dayLabel(facts, messages) : children}{' '}
        {facts && (
          <Link to={{ search: monthSearch(facts.day.slice(0, 7)) }}>{monthOf(facts.day.slice(0, 7), messages)}</Link>
        )}
      </p>
    </>
  );
}
