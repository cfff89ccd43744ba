import type { ReactNode } from 'react';
import { clockOf, longDate } from '#messages/format.ts';
import type { Headline } from '#shared/post.ts';
import { useMessages } from './MessagesContext.ts';
import css from './PostRow.module.css';
import { RowPicture } from './RowPicture.tsx';

type Props = {
  readonly headline: Headline;
  /** The id of its heading. */
  readonly titleId: string;
  /** The headline as a link; its area is the whole row. */
  readonly title: ReactNode;
  /** The display names of its categories. */
  readonly sections: readonly string[];
  /** Whether any row of its list has a clock: then one without leaves the place free, so that all titles align. */
  readonly isTimed: boolean;
  /** One line only: time, headline, source. */
  readonly isCompact: boolean;
};

/** A headline in a list: time, title, digest, where it comes from, and its picture when it has one. */
export function PostRow({ headline, titleId, title, sections, isTimed, isCompact }: Props) {
  const messages = useMessages();
  const clock = clockOf(headline.time);
  const { day, digest, lang, picture, source, time } = headline;
  return (
    <div className={isTimed ? css.row : `${css.row} ${css.untimed}`}>
      {isTimed && <p className={css.time}>{clock !== null && <time dateTime={time}>{clock}</time>}</p>}
      <div lang={lang}>
        <h3 id={titleId} className={css.title}>
          {title}
        </h3>
        {digest !== undefined && !isCompact && <p className={css.digest}>{digest}</p>}
        <p className={css.meta}>
          {source !== undefined && <span>{source}</span>}
          {sections.map((section) => section !== source && <span key={section}>{section}</span>)}
          {day !== undefined && <span>{longDate(time.slice(0, 10), messages)}</span>}
        </p>
      </div>
      {picture && !isCompact && <RowPicture picture={picture} className={css.picture} />}
    </div>
  );
}
