import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDaysHere } from '#device/daysHere.ts';
import { awayWords } from '#messages/awayWords.ts';
import { number, show } from '#messages/format.ts';
import { addDays, type DayFacts, weekdayOf } from '#shared/calendar.ts';
import { dayPath } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './Archive.module.css';
import { dayLabel } from './dayLabel.ts';

type Props = {
  readonly caption: string;
  readonly days: readonly DayFacts[];
  /** What stands in the place of a day; else what leads to it. */
  readonly cell?: (facts: DayFacts) => ReactNode;
  /** A column before the days: its name, and what stands there in a week. */
  readonly lead?: { readonly name: string; readonly cell: (week: readonly DayFacts[]) => ReactNode };
};

const MONDAY = '2024-01-01';
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6].map((number) => addDays(MONDAY, number));

/** The days of a month, from the first to the last, as a table of weeks that begin on Monday. */
export function MonthTable({ caption, days, cell, lead }: Props) {
  const messages = useMessages();
  return (
    <table className={css.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {lead && <th scope="col">{lead.name}</th>}
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" abbr={show(day, messages, { weekday: 'long' })}>
              {show(day, messages, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((facts) => facts !== null)?.day}>
            {lead && <td>{lead.cell(week.filter((facts) => facts !== null))}</td>}
            {week.map((facts, index) => (
              <td key={WEEKDAYS[index]}>{facts && (cell ? cell(facts) : <DayCell facts={facts} />)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ facts }: { readonly facts: DayFacts }) {
  const messages = useMessages();
  const here = useDaysHere();
  const { day, count, level, isGap, problems } = facts;
  const isAway = here !== null && !here.get(day);
  const name = number(Number(day.slice(8)), messages);
  if (count === 0 && problems === 0 && !isGap) return <span className={css.day}>{name}</span>;
  return (
    <Link
      to={dayPath(day)}
      className={css.day}
      aria-label={
        isAway ? `${dayLabel(facts, messages)} · ${awayWords(messages).states.away}` : dayLabel(facts, messages)
      }
      data-away={isAway || undefined}
      data-level={level}
      data-gap={isGap || undefined}
    >
      {name}
      <small>
        {number(count, messages)}
        {problems > 0 && ' !'}
      </small>
    </Link>
  );
}

function weeksOf(days: readonly DayFacts[]): readonly (readonly (DayFacts | null)[])[] {
  const before = weekdayOf(days[0]?.day ?? MONDAY);
  const cells = [...Array.from({ length: before }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_week, index) => cells.slice(index * 7, index * 7 + 7));
}
