import type { ReactNode, RefObject } from 'react';
import type { Headline } from '#shared/post.ts';
import css from './Lead.module.css';
import { MentionChip } from './MentionChip.tsx';
import { useMessages } from './MessagesContext.ts';
import marks from './RowMarks.module.css';
import { RowPicture } from './RowPicture.tsx';

type Props = {
  readonly headline: Headline;
  /** The headline as a link. */
  readonly title: ReactNode;
  /** Its section as a link. */
  readonly kicker: ReactNode;
  /** The language of a headline that names none. */
  readonly lang: string;
  /** Its shown time, written out. */
  readonly time: string;
  /** How long it takes to read, where that is known. */
  readonly length: string | undefined;
  readonly isSaved?: boolean;
  /** What offers more to do with it. With the class it lies at the end of the last line, where no text comes. */
  readonly menu?: (className: string | undefined) => ReactNode;
  readonly element?: RefObject<HTMLElement | null>;
};

/** The newest headline, large. */
export function Lead({ headline, title, kicker, lang, time, length, isSaved, menu, element }: Props) {
  const { locale } = useMessages();
  return (
    <article
      ref={element}
      className={`${css.lead} ${marks.ribbon}`}
      data-saved={isSaved || undefined}
      lang={headline.lang ?? lang}
    >
      <div>
        {kicker && <p className={css.kicker}>{kicker}</p>}
        <h2 className={css.title}>{title}</h2>
        {headline.digest !== undefined && <p className={css.digest}>{headline.digest}</p>}
        <p className={css.meta}>
          {headline.source !== undefined && <span>{headline.source}</span>}
          <time dateTime={headline.time} lang={locale}>
            {time}
          </time>
          {length !== undefined && <span lang={locale}>{length}</span>}
          {headline.mentions?.map((mention) => (
            <MentionChip key={`${mention.market} ${mention.code}`} mention={mention} />
          ))}
          {menu?.(marks.menu)}
        </p>
      </div>
      {headline.picture && <RowPicture picture={headline.picture} className={css.picture} />}
    </article>
  );
}
