import type { ReactNode } from 'react';
import { clockOf, longDate } from '#messages/format.ts';
import type { Headline } from '#shared/post.ts';
import { MentionChip } from './MentionChip.tsx';
import { useMessages } from './MessagesContext.ts';
import css from './PostRow.module.css';
import marks from './RowMarks.module.css';
import { RowPicture } from './RowPicture.tsx';

type Props = {
  readonly headline: Headline;
  /** The id of its heading. */
  readonly titleId: string;
  /** The headline as a link; its area is the whole row. */
  readonly title: ReactNode;
  /** Its source and sections, as links that lie above that area. */
  readonly places: readonly ReactNode[];
  /** Whether the reader has read it; undefined where nothing is to be said of that. */
  readonly isRead?: boolean | undefined;
  /** Whether any row of its list has a clock: then one without leaves the place free, so that all titles align. */
  readonly isTimed: boolean;
  /** One line only: time, headline, source. */
  readonly isCompact: boolean;
  readonly isSaved?: boolean;
  /** Whether it cannot be opened now. */
  readonly isAway?: boolean;
  /** What offers more to do with it. With the class it lies at the end of the last line, where no text comes. */
  readonly menu?: (className: string | undefined) => ReactNode;
};

/**
 * A headline in a list: time, title, digest, where it comes from, and its picture when it has one. All of them are cells of
 * one grid, without elements to hold them: a window of rows has few nodes.
 */
export function PostRow({
  headline,
  titleId,
  title,
  places,
  isRead,
  isTimed,
  isCompact,
  isSaved,
  isAway,
  menu,
}: Props) {
  const { lang, time } = headline;
  const clock = clockOf(time);
  return (
    <div
      className={`${css.row} ${marks.ribbon}`}
      data-read={isRead}
      data-untimed={!isTimed || undefined}
      data-saved={isSaved || undefined}
      data-away={isAway || undefined}
      lang={lang}
    >
      {clock !== null && (
        <time className={css.time} dateTime={time}>
          {clock}
        </time>
      )}
      <h3 id={titleId} className={css.title}>
        {title}
      </h3>
      {isCompact ? places[0] && <p className={css.meta}>{places[0]}</p> : <More headline={headline} places={places} />}
      {menu?.(`${css.menu} ${marks.menu}`)}
    </div>
  );
}

function More({ headline, places }: Pick<Props, 'headline' | 'places'>) {
  const messages = useMessages();
  const { day, digest, mentions = [], picture, time, twin } = headline;
  return (
    <>
      {digest !== undefined && <p className={css.digest}>{digest}</p>}
      <p className={css.meta}>
        {places}
        {twin !== undefined && <span lang={messages.locale}>{messages.oneMoreSource}</span>}
        {day !== undefined && <span lang={messages.locale}>{longDate(time, messages)}</span>}
        {mentions.map((mention) => (
          <MentionChip key={`${mention.market} ${mention.code}`} mention={mention} />
        ))}
      </p>
      {picture && <RowPicture picture={picture} className={css.picture} />}
    </>
  );
}
