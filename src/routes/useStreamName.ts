import { useQuery } from '@tanstack/react-query';
import { headQuery, type StreamId } from '#data/queries.ts';
import { sectionName, useScreenManifest } from './useManifest.ts';

/** The display name of a category or tag as soon as it is known, until then its slug; null for all posts. */
export function useStreamName({ kind, slug }: StreamId): string | null {
  const manifest = useScreenManifest();
  const known = kind === 'category' ? sectionName(manifest, slug) : undefined;
  // Nothing waits for a name, and nothing fails when it does not come.
  const { data: head } = useQuery({ ...headQuery(kind, slug), enabled: kind !== 'all' && known === undefined });
  return kind === 'all' ? null : (known ?? head?.name ?? slug);
}
