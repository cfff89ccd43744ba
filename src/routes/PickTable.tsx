import { isWaiting } from '#device/planTaking.ts';
import { type TakenDays, useTakenDays } from '#device/takenDays.ts';
import { alongWords } from '#messages/alongWords.ts';
import { awayWords } from '#messages/awayWords.ts';
import { longDate, number } from '#messages/format.ts';
import type { DayFacts } from '#shared/calendar.ts';
import type { Day } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import archive from './Archive.module.css';
import { dayLabel } from './dayLabel.ts';
import { MonthTable } from './MonthTable.tsx';
import css from './OfflinePage.module.css';

/** The days that are chosen, with how many posts each has. */
export type Chosen = ReadonlyMap<Day, number>;

type Props = {
  readonly caption: string;
  readonly days: readonly DayFacts[];
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
};

/** How much of a day is here. */
type State = 'here' | 'partly' | 'away';

const SIGNS: Readonly<Record<State, string>> = { here: '●', partly: '◐', away: '' };

/** A month as a table in which days and weeks are pressed, with what of each is here. */
export function PickTable({ caption, days, chosen, choose }: Props) {
  const messages = useMessages();
  const along = alongWords(messages);
  const taken = useTakenDays();
  const toggle = (picked: readonly DayFacts[]) => choose(toggled(chosen, picked));
  const cell = (facts: DayFacts) => (
    <DayButton
      facts={facts}
      state={stateOf(facts.day, taken)}
      isChosen={chosen.has(facts.day)}
      press={() => toggle([facts])}
    />
  );
  const weekCell = (week: readonly DayFacts[]) => {
    const [first] = week;
    if (!first || week.every(({ count }) => count === 0)) return null;
    const label = along.week(longDate(first.day, messages));
    return (
      <button type="button" className={css.week} aria-label={label} onClick={() => toggle(week)}>
        +
      </button>
    );
  };
  return <MonthTable caption={caption} days={days} cell={cell} lead={{ name: along.weekShort, cell: weekCell }} />;
}

type DayProps = {
  readonly facts: DayFacts;
  readonly state: State;
  readonly isChosen: boolean;
  readonly press: () => void;
};

function DayButton({ facts, state, isChosen, press }: DayProps) {
  const messages = useMessages();
  const { day, count } = facts;
  const name = number(Number(day.slice(8)), messages);
  if (count === 0) return <span className={archive.day}>{name}</span>;
  return (
    <button
      type="button"
      className={css.day}
      aria-label={`${dayLabel(facts, messages)} · ${awayWords(messages).states[state]}`}
      aria-pressed={isChosen}
      data-state={state}
      onClick={press}
    >
      {name}
      <small>{`${SIGNS[state]} ${number(count, messages)}`}</small>
    </button>
  );
}

/** The chosen days with these; without them when all of them were chosen. Days without posts are never chosen. */
function toggled(chosen: Chosen, picked: readonly DayFacts[]): Chosen {
  const withPosts = picked.filter(({ count }) => count > 0);
  const isAll = withPosts.every(({ day }) => chosen.has(day));
  const others = [...chosen].filter(([day]) => !withPosts.some((facts) => facts.day === day));
  return new Map([...others, ...(isAll ? [] : withPosts.map(({ day, count }) => [day, count] as const))]);
}

function stateOf(day: Day, taken: TakenDays): State {
  const known = taken.get(day);
  if (!known) return 'away';
  return isWaiting(known) ? 'partly' : 'here';
}
