import { useSuspenseQuery } from '@tanstack/react-query';
import { neighboursQuery } from '#data/neighboursQuery.ts';
import type { StreamId } from '#data/queries.ts';
import type { Article, Headline } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './Neighbours.module.css';
import { useOrigin } from './origin.ts';
import { PostLink } from './PostLink.tsx';
import { SameDay } from './SameDay.tsx';
import { useStreamName } from './useStreamName.ts';
import { siteLang, useScreenManifest } from './useManifest.ts';

/**
 * What stands around an article in the stream the reader came from: what else that day brought on the same securities,
 * the article before and the one after. Suspends; shows nothing where nothing is.
 */
export function Neighbours({ article }: { readonly article: Article }) {
  const { data } = useSuspenseQuery(neighboursQuery(article, useOrigin()));
  if (data === null) return null;
  const { newer, older, sameDay, stream } = data;
  return (
    <>
      <SameDay article={article} headlines={sameDay} />
      {(older || newer) && <WayOn older={older} newer={newer} stream={stream} />}
    </>
  );
}

type WayOnProps = {
  readonly older: Headline | null;
  readonly newer: Headline | null;
  readonly stream: StreamId;
};

function WayOn({ older, newer, stream }: WayOnProps) {
  const messages = useMessages();
  const { previousPost, nextPost, locale } = messages;
  return (
    <nav className={css.neighbours} aria-label={`${previousPost}, ${nextPost}`} lang={locale}>
      {older && <Neighbour headline={older} label={previousPost} rel="prev" stream={stream} />}
      {newer && <Neighbour headline={newer} label={nextPost} rel="next" stream={stream} />}
    </nav>
  );
}

type NeighbourProps = {
  readonly headline: Headline;
  readonly label: string;
  readonly rel: 'prev' | 'next';
  readonly stream: StreamId;
};

function Neighbour({ headline, label, rel, stream }: NeighbourProps) {
  const lang = siteLang(useScreenManifest());
  const name = useStreamName(stream);
  return (
    <p className={css[rel]}>
      <small>
        {label}
        {name !== null && (
          <>
            {' '}
            · <span lang={lang}>{name}</span>
          </>
        )}
      </small>
      <span lang={headline.lang ?? lang}>
        <PostLink address={headline.address} rel={rel} stream={stream}>
          {headline.title}
        </PostLink>
      </span>
    </p>
  );
}
