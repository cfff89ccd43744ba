import { Link } from 'react-router';
import { longDate, longTime } from '#messages/format.ts';
import type { Manifest } from '#shared/archive.ts';
import { type Article, dayOf } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import css from './ArticlePage.module.css';
import { CategoryLink } from './CategoryLink.tsx';
import { siteLang } from './useManifest.ts';

type Props = { readonly article: Article; readonly manifest: Manifest };

/** What stands over an article's text: the ways back, the headline, who wrote it and when, the digest. */
export function ArticleHead({ article, manifest }: Props) {
  const messages = useMessages();
  const { address, categories = [], day, digest, reporters, size, source, time, title } = article;
  return (
    <header>
      <nav className={css.crumb} aria-label={messages.youAreHere} lang={messages.locale}>
        {categories.map((name) => (
          <CategoryLink key={`${address} ${name}`} name={name} manifest={manifest} />
        ))}
        <Link to="/">{messages.home}</Link>
        <span>{longDate(dayOf(article), messages)}</span>
      </nav>
      <ScreenTitle>{title}</ScreenTitle>
      <p className={css.byline} lang={messages.locale}>
        {source !== undefined && <b lang={article.lang ?? siteLang(manifest)}>{source}</b>}
        {reporters !== undefined && (
          <span>
            {messages.reporters} {reporters}
          </span>
        )}
        <time dateTime={time}>{longTime(time, messages)}</time>
        {day !== undefined && <span>{messages.postedOn(longDate(day, messages))}</span>}
        {size !== undefined && (
          <span>{messages.readingTime(minutesFor(size, article.lang ?? manifest.site.lang))}</span>
        )}
      </p>
      {digest !== undefined && <p className={css.digest}>{digest}</p>}
    </header>
  );
}

/** Minutes to read a text: 400 characters of Chinese, Japanese or Korean, or 230 words of anything else, each. */
function minutesFor(size: number, lang: string | undefined): number {
  const perMinute = /^(?:zh|ja|ko)\b/i.test(lang ?? '') ? 400 : 230;
  return Math.max(1, Math.round(size / perMinute));
}
