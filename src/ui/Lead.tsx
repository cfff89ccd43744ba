import type { ReactNode } from 'react';
import type { Headline } from '#shared/post.ts';
import css from './Lead.module.css';
import { RowPicture } from './RowPicture.tsx';

type Props = {
  readonly headline: Headline;
  /** The headline as a link. */
  readonly title: ReactNode;
  readonly kicker: string | undefined;
  /** The language of a headline that names none. */
  readonly lang: string;
  /** Its shown time, written out. */
  readonly time: string;
};

/** The newest headline, large. */
export function Lead({ headline, title, kicker, lang, time }: Props) {
  return (
    <article className={css.lead} lang={headline.lang ?? lang}>
      <div>
        {kicker !== undefined && <p className={css.kicker}>{kicker}</p>}
        <h2 className={css.title}>{title}</h2>
        {headline.digest !== undefined && <p className={css.digest}>{headline.digest}</p>}
        <p className={css.meta}>
          {headline.source !== undefined && <span>{headline.source}</span>}
          <time dateTime={headline.time}>{time}</time>
        </p>
      </div>
      {headline.picture && <RowPicture picture={headline.picture} className={css.picture} />}
    </article>
  );
}
