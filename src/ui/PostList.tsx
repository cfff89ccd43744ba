import type { ReactNode, RefObject } from 'react';
import { type Day, dayOf, type Headline } from '#shared/post.ts';
import { DayHeader } from './DayHeader.tsx';
import { useMessages } from './MessagesContext.ts';
import css from './PostList.module.css';

type Props = {
  /** Names the list for screen readers. */
  readonly label: string;
  /** Newest first; undefined where one has not come yet. */
  readonly headlines: readonly (Headline | undefined)[];
  /** Which of all rows the first of them is, 1 being the newest, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** The headline above the first; null where the list begins. Unknown, it is taken to be of the same day. */
  readonly before: Headline | null | undefined;
  readonly today: Day;
  /** A headline as a row; its heading has the id. */
  readonly row: (headline: Headline, titleId: string) => ReactNode;
  /** How many posts a day has, where that is known. */
  readonly countOf?: (day: Day) => number | undefined;
  /** The address of the row that a line parts from the newer ones. */
  readonly mark?: string | undefined;
  /** What to say in the place of rows that do not come. */
  readonly blank?: string | undefined;
  readonly element?: RefObject<HTMLDivElement | null>;
};

/**
 * Headlines under the days they lie in: a feed (https://www.w3.org/WAI/ARIA/apg/patterns/feed/), between two spaces for
 * the rows that are not there.
 */
export function PostList({ label, headlines, first, count, before, today, row, countOf, mark, blank, element }: Props) {
  const messages = useMessages();
  const isBusy = headlines.includes(undefined);
  return (
    <div ref={element} role="feed" className={css.feed} aria-label={label} aria-busy={isBusy} tabIndex={-1}>
      <div />
      {headlines.map((headline, index) => {
        const posinset = first + index;
        if (headline === undefined)
          return (
            <article
              key={posinset}
              className={css.blank}
              lang={messages.locale}
              aria-posinset={posinset}
              aria-setsize={count}
            >
              {blank}
            </article>
          );
        const day = dayOf(headline);
        const previous = index === 0 ? before : headlines[index - 1];
        const id = `row-${posinset}`;
        return (
          <article key={headline.address} aria-labelledby={id} aria-posinset={posinset} aria-setsize={count}>
            {mark === headline.address && (
              <p className={css.mark} lang={messages.locale}>
                {messages.readTo}
              </p>
            )}
            {(previous === null || (previous && dayOf(previous) !== day)) && (
              <DayHeader day={day} today={today} count={countOf?.(day)} />
            )}
            {row(headline, id)}
          </article>
        );
      })}
      <div />
    </div>
  );
}
