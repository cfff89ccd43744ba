import { useSuspenseQuery } from '@tanstack/react-query';
import { neighboursQuery } from '#data/queries.ts';
import type { Article, Headline } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './Neighbours.module.css';
import { PostLink } from './PostLink.tsx';

/** The articles before and after this one among all. Suspends; shows nothing at either end of the archive. */
export function Neighbours({ article }: { readonly article: Article }) {
  const messages = useMessages();
  const { data } = useSuspenseQuery(neighboursQuery(article));
  if (!data.older && !data.newer) return null;
  return (
    <nav
      className={css.neighbours}
      aria-label={`${messages.previousPost}, ${messages.nextPost}`}
      lang={messages.locale}
    >
      {data.older && <Neighbour headline={data.older} label={messages.previousPost} rel="prev" />}
      {data.newer && <Neighbour headline={data.newer} label={messages.nextPost} rel="next" />}
    </nav>
  );
}

type NeighbourProps = { readonly headline: Headline; readonly label: string; readonly rel: 'prev' | 'next' };

function Neighbour({ headline, label, rel }: NeighbourProps) {
  return (
    <p className={css[rel]}>
      <small>{label}</small>
      <PostLink address={headline.address} rel={rel}>
        {headline.title}
      </PostLink>
    </p>
  );
}
