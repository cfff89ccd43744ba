import type { ReactNode } from 'react';
import type { Headline } from '#shared/post.ts';
import css from './Lead.module.css';
import { MentionChip } from './MentionChip.tsx';
import { useMessages } from './MessagesContext.ts';
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
};

/** The newest headline, large. */
export function Lead({ headline, title, kicker, lang, time, length }: Props) {
  const { locale } = useMessages();
  return (
    <article className={css.lead} lang={headline.lang ?? lang}>
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
        </p>
      </div>
      {headline.picture && <RowPicture picture={headline.picture} className={css.picture} />}
    </article>
  );
}
