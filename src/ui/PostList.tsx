import { Fragment, type ReactNode } from 'react';
import { clockOf } from '#messages/format.ts';
import { type Day, dayOf, type Headline } from '#shared/post.ts';
import { DayHeader } from './DayHeader.tsx';

type Props = {
  /** Newest first. */
  readonly headlines: readonly Headline[];
  readonly today: Day;
  /** One row; `isTimed` says whether any row of the list has a clock. */
  readonly row: (headline: Headline, isTimed: boolean) => ReactNode;
};

/** Headlines under the days they lie in. */
export function PostList({ headlines, today, row }: Props) {
  const isTimed = headlines.some(({ time }) => clockOf(time) !== null);
  return headlines.map((headline, index) => {
    const day = dayOf(headline);
    const previous = headlines[index - 1];
    return (
      <Fragment key={headline.address}>
        {(!previous || dayOf(previous) !== day) && <DayHeader day={day} today={today} />}
        {row(headline, isTimed)}
      </Fragment>
    );
  });
}
