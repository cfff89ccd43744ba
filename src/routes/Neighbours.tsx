import { useSuspenseQuery } from '@tanstack/react-query';
import { neighboursQuery } from '#data/queries.ts';
import type { Article, Headline } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './Neighbours.module.css';
import { PostLink } from './PostLink.tsx';
import { siteLang, useManifest } from './useManifest.ts';

/** The articles before and after this one among all. Suspends; shows nothing at either end of the archive. */
export function Neighbours({ article }: { readonly article: Article }) {
  const messages = useMessages();
  const { data } = useSuspenseQuery(neighboursQuery(article));
  const lang = siteLang(useManifest().manifest);
  if (!data.older && !data.newer) return null;
  return (
    <nav
      className={css.neighbours}
      aria-label={`${messages.previousPost}, ${messages.nextPost}`}
      lang={messages.locale}
    >
      {data.older && <Neighbour headline={data.older} label={messages.previousPost} rel="prev" lang={lang} />}
      {data.newer && <Neighbour headline={data.newer} label={messages.nextPost} rel="next" lang={lang} />}
    </nav>
  );
}

type NeighbourProps = {
  readonly headline: Headline;
  readonly label: string;
  readonly rel: 'prev' | 'next';
  readonly lang: string;
};

function Neighbour({ headline, label, rel, lang }: NeighbourProps) {
  return (
    <p className={css[rel]}>
      <small>{label}</small>
      <span lang={headline.lang ?? lang}>
        <PostLink address={headline.address} rel={rel}>
          {headline.title}
        </PostLink>
      </span>
    </p>
  );
}
