import type { ReactNode } from 'react';
import { clockOf, longDate } from '#messages/format.ts';
import type { Headline } from '#shared/post.ts';
import { useMessages } from './MessagesContext.ts';
import css from './PostRow.module.css';
import { RowPicture } from './RowPicture.tsx';

type Props = {
  readonly headline: Headline;
  /** The headline as a link; its area is the whole row. */
  readonly title: ReactNode;
  /** The display name of its category, if it has one. */
  readonly section: string | undefined;
};

/** A headline in a list: time, title, digest, where it comes from, and its picture when it has one. */
export function PostRow({ headline, title, section }: Props) {
  const messages = useMessages();
  const clock = clockOf(headline.time);
  const { day, digest, lang, picture, source, time } = headline;
  return (
    <article className={clock === null ? `${css.row} ${css.untimed}` : css.row}>
      {clock !== null && (
        <time className={css.time} dateTime={time}>
          {clock}
        </time>
      )}
      <div lang={lang}>
        <h3 className={css.title}>{title}</h3>
        {digest !== undefined && <p className={css.digest}>{digest}</p>}
        <p className={css.meta}>
          {source !== undefined && <span>{source}</span>}
          {section !== undefined && section !== source && <span>{section}</span>}
          {day !== undefined && <span>{longDate(time.slice(0, 10), messages)}</span>}
        </p>
      </div>
      {picture && <RowPicture picture={picture} className={css.picture} />}
    </article>
  );
}
