import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { StreamId } from '#data/queries.ts';
import type { Address } from '#shared/post.ts';
import type { Origin } from './origin.ts';
import { prefetchArticle } from './prefetchArticle.ts';

type Props = {
  readonly address: Address;
  readonly children: ReactNode;
  readonly rel?: 'prev' | 'next';
  /** What is said of it after its name. */
  readonly description?: string | undefined;
  /** The stream that the article goes on in; that of all posts when absent. */
  readonly stream?: StreamId | undefined;
};

/** A link to an article, whose text is asked for as soon as a finger or pointer is on it, unless data is saved. */
export function PostLink({ address, children, rel, stream, description }: Props) {
  const queryClient = useQueryClient();
  const start = () => prefetchArticle(queryClient, address);
  const origin: Origin | null = stream ? { stream } : null;
  return (
    <Link
      to={address}
      state={origin}
      rel={rel}
      aria-description={description}
      onPointerEnter={start}
      onFocus={start}
      onTouchStart={start}
    >
      <bdi>{children}</bdi>
    </Link>
  );
}
