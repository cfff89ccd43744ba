import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { articleQuery } from '#data/queries.ts';
import type { Address } from '#shared/post.ts';
import { loadArticlePage } from './articleScreen.ts';

type Props = { readonly address: Address; readonly children: ReactNode; readonly rel?: 'prev' | 'next' };

/** A link to an article, whose text is asked for as soon as a finger or pointer is on it. */
export function PostLink({ address, children, rel }: Props) {
  const queryClient = useQueryClient();
  const start = () => {
    loadArticlePage().catch(() => {}); // Opening the link meets the same promise, and says it.
    void queryClient.prefetchQuery(articleQuery(address));
  };
  return (
    <Link to={address} rel={rel} onPointerEnter={start} onFocus={start} onTouchStart={start}>
      <bdi>{children}</bdi>
    </Link>
  );
}
