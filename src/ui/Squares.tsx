import type { DayFacts } from '#shared/calendar.ts';
import css from './Squares.module.css';

/** A day's square in the grid, from 0. Without facts it is a day that nothing is known of yet. */
export type Square = {
  readonly column: number;
  readonly row: number;
  readonly facts?: DayFacts | undefined;
  /** Whether it cannot be read now. */
  readonly isAway?: boolean;
};

type Props = { readonly squares: readonly Square[]; readonly columns: number; readonly rows: number };

// A busy day is larger as well as darker: colour alone would be lost on e-ink.
const SIZES = [2, 5, 6.5, 8, 9] as const;
const LEVELS = [0, 1, 2, 3, 4] as const;
const GAP_SIZE = 6;

/** Days drawn as squares, one path a level, so that a year costs dozens of nodes rather than hundreds. Says nothing. */
export function Squares({ squares, columns, rows }: Props) {
  const gaps = squares.filter(({ facts }) => facts?.isGap);
  const problems = squares.filter(({ facts }) => facts && facts.problems > 0);
  const away = squares.filter(({ isAway }) => isAway);
  const others = away.length > 0 ? squares.filter(({ isAway }) => !isAway) : squares;
  return (
    <svg className={css.squares} viewBox={`0 0 ${columns * 10} ${rows * 10}`} aria-hidden="true">
      <Levels squares={others} />
      {away.length > 0 && (
        <g data-away>
          <Levels squares={away} />
        </g>
      )}
      {gaps.length > 0 && <path data-mark="gap" d={gaps.map(outline(GAP_SIZE)).join('')} />}
      {problems.length > 0 && <path data-mark="problem" d={problems.map(corner).join('')} />}
    </svg>
  );
}

function Levels({ squares }: Pick<Props, 'squares'>) {
  const ofLevel = (level: number) =>
    squares.filter(({ facts }) => !facts?.isGap && (facts?.level ?? 0) === level).map(outline(SIZES[level] ?? 0));
  return LEVELS.map((level) => <path key={level} data-level={level} d={ofLevel(level).join('')} />);
}

function outline(size: number): (square: Square) => string {
  const inset = (10 - size) / 2;
  return ({ column, row }) => `M${column * 10 + inset} ${row * 10 + inset}h${size}v${size}h${-size}z`;
}

function corner({ column, row }: Square): string {
  return `M${column * 10 + 5.5} ${row * 10}h4.5v4.5z`;
}
