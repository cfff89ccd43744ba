import { Link } from 'react-router';
import { clockOf, longDate, longTime, zoneName } from '#messages/format.ts';
import { slugOf, streamPath } from '#shared/paths.ts';
import type { Manifest } from '#shared/archive.ts';
import type { Article } from '#shared/post.ts';
import { readingMinutes } from '#shared/readingMinutes.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './ArticleHead.module.css';
import { siteLang } from './useManifest.ts';

type Props = { readonly article: Article; readonly manifest: Manifest };

/** Who wrote an article, when, and how long it takes to read; of each only what is known. */
export function Byline({ article, manifest }: Props) {
  const messages = useMessages();
  const { date, day, reporters, source, time } = article;
  const { site } = manifest;
  const minutes = readingMinutes(article, site.lang);
  return (
    <p className={css.byline} lang={messages.locale}>
      {source !== undefined && (
        <b lang={article.lang ?? siteLang(manifest)}>
          <Link to={streamPath('source', slugOf(source))}>{source}</Link>
        </b>
      )}
      {reporters !== undefined && (
        <span>{/^(?:本报)?(?:记者|記者)/.test(reporters) ? reporters : `${messages.reporters} ${reporters}`}</span>
      )}
      <span>
        <time dateTime={time}>{longTime(time, messages)}</time>
        {clockOf(time) !== null && (
          <>
            {' '}
            <small title={site.timezone}>{zoneName(date, site.timezone, messages)}</small>
          </>
        )}
      </span>
      {day !== undefined && <span>{messages.postedOn(longDate(day, messages))}</span>}
      {minutes !== null && <span>{messages.readingTime(minutes)}</span>}
    </p>
  );
}
