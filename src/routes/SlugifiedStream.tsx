import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { directoryQuery } from '#data/screenQueries.ts';
import type { NamedKind } from '#shared/archive.ts';
import { streamPath } from '#shared/paths.ts';
import { slugify } from '#shared/slugify.ts';
import { NotFoundPage } from './screens.ts';

type Props = { readonly kind: NamedKind; readonly slug: string };

/**
 * An address with a slug that no stream has: leads to the stream whose name Jekyll slugifies so (`city-news` for
 * `City News`). Not found when no stream, or more than one, is meant.
 */
export function SlugifiedStream({ kind, slug }: Props) {
  const { streams } = useSuspenseQuery(directoryQuery(kind)).data;
  const [meant, ...others] = streams.filter((stream) => slugify(stream.slug) === slug);
  if (meant === undefined || others.length > 0) return <NotFoundPage />;
  return <Navigate to={streamPath(kind, meant.slug)} replace />;
}
