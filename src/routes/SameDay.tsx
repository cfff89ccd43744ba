import type { Article, Headline, Mention } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './ArticleFoot.module.css';
import { PostLink } from './PostLink.tsx';
import { siteLang, useScreenManifest } from './useManifest.ts';

const MOST = 3;

type Props = {
  readonly article: Article;
  /** Others of the same day. */
  readonly headlines: readonly Headline[];
};

/** At most three headlines of the same day that name a security this article names. Nothing when there are none. */
export function SameDay({ article, headlines }: Props) {
  const messages = useMessages();
  const ownLang = siteLang(useScreenManifest());
  const named = new Set(securitiesOf(article));
  const related = headlines.filter((headline) => securitiesOf(headline).some((security) => named.has(security)));
  if (related.length === 0) return null;
  return (
    <section className={css.sameDay} aria-labelledby="same-day">
      <h2 id="same-day" lang={messages.locale}>
        {messages.sameDay}
      </h2>
      <ul>
        {related.slice(0, MOST).map(({ address, lang, source, title }) => (
          <li key={address} lang={lang ?? ownLang}>
            <PostLink address={address}>{title}</PostLink> {source !== undefined && <small>{source}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function securitiesOf({ mentions = [] }: { readonly mentions?: readonly Mention[] }): readonly string[] {
  return mentions.filter(({ isSector }) => !isSector).map(({ code, market = '' }) => `${market}.${code}`);
}
