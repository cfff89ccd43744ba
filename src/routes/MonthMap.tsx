import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import { Link } from 'react-router';
import { useDaysHere } from '#device/daysHere.ts';
import { monthOf, show } from '#messages/format.ts';
import { type DayFacts, daysOfMonth, weekdayOf } from '#shared/calendar.ts';
import { dayPath } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { useIsAttached } from '#ui/useIsAttached.ts';
import { Squares } from '#ui/Squares.tsx';
import css from './Archive.module.css';
import { monthSearch } from './archiveMonths.ts';
import { dayLabel } from './dayLabel.ts';

/** What is known of a day; null while nothing is. */
export type FactsOf = ((day: Day) => DayFacts) | null;

/** The day under the cursor. A cursor that a key moved takes the focus along. */
export type Cursor = {
  readonly day: Day;
  readonly takesFocus: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
};

type MonthProps = { readonly month: string; readonly first: Day; readonly last: Day; readonly factsOf: FactsOf };

type Props = MonthProps & { readonly cursor: Cursor; readonly point: (day: Day) => void };

const COLUMNS = 7;
const ROWS = 6;

/** A month of a year's map: its name, which with the squares leads to the month, and the cursor when it lies here. */
export function MonthMap({ month, first, last, factsOf, cursor, point }: Props) {
  const messages = useMessages();
  // It is put in its place by a style, which no real page may carry.
  const isAttached = useIsAttached();
  const name = show(month, messages, { month: 'short' });
  if (month < first.slice(0, 7) || month > last.slice(0, 7)) return <li className={css.month}>{name}</li>;
  const pointWithMouse = (event: PointerEvent) => {
    const day = event.pointerType === 'mouse' ? dayUnder(event, month) : undefined;
    if (day !== undefined && day >= first && day <= last) point(day);
  };
  return (
    <li className={css.month} onPointerMove={pointWithMouse}>
      {/* Not a stop of the Tab key: the line under the map leads to the cursor's month. */}
      <Link to={{ search: monthSearch(month) }} tabIndex={-1} aria-label={monthOf(month, messages)}>
        {name}
        <MonthSquares month={month} first={first} last={last} factsOf={factsOf} />
      </Link>
      {isAttached && cursor.day.startsWith(month) && <CursorLink key={cursor.day} cursor={cursor} factsOf={factsOf} />}
    </li>
  );
}

const MonthSquares = memo(function MonthSquares({ month, first, last, factsOf }: MonthProps) {
  const here = useDaysHere();
  const days = daysOfMonth(month).filter((day) => day >= first && day <= last);
  const isAway = (day: Day) => here !== null && !here.get(day);
  const squares = days.map((day) => ({ ...placeOf(day), facts: factsOf?.(day), isAway: isAway(day) }));
  return <Squares squares={squares} columns={COLUMNS} rows={ROWS} />;
});

type CursorProps = { readonly cursor: Cursor; readonly factsOf: FactsOf };

function CursorLink({ cursor: { day, takesFocus, onKeyDown, onFocus }, factsOf }: CursorProps) {
  const messages = useMessages();
  const { row, column } = placeOf(day);
  const facts = factsOf?.(day) ?? { day, count: 0, level: 0, isGap: false, problems: 0 };
  return (
    <div className={css.cursor}>
      <Link
        to={dayPath(day)}
        aria-label={dayLabel(facts, messages)}
        style={{ gridArea: `${row + 1} / ${column + 1}` }}
        ref={takesFocus ? focusOnce : null}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      />
    </div>
  );
}

// The same function at every rendering, so that React calls it only for a link that is new.
function focusOnce(link: HTMLElement | null): void {
  link?.focus();
}

function placeOf(day: Day): { readonly row: number; readonly column: number } {
  const cell = weekdayOf(`${day.slice(0, 7)}-01`) + Number(day.slice(8)) - 1;
  return { row: Math.floor(cell / COLUMNS), column: cell % COLUMNS };
}

/** The day whose square is under the mouse: the squares fill the month's lower end. */
function dayUnder({ currentTarget, clientX, clientY }: PointerEvent, month: string): Day | undefined {
  const { left, bottom, width } = currentTarget.getBoundingClientRect();
  const side = width / COLUMNS;
  const column = Math.floor((clientX - left) / side);
  const row = ROWS - Math.ceil((bottom - clientY) / side);
  return daysOfMonth(month).find((day) => {
    const place = placeOf(day);
    return place.row === row && place.column === column;
  });
}
