import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { headQuery } from '#data/queries.ts';
import type { Manifest } from '#shared/archive.ts';
import { categoryPath, slugOf } from '#shared/paths.ts';
import { sectionName, siteLang } from './useManifest.ts';

type Props = {
  /** As the post spells it. */
  readonly name: string;
  readonly manifest: Manifest;
};

/** The way back to a category, under its display name as soon as that is known. */
export function CategoryLink({ name, manifest }: Props) {
  const slug = slugOf(name);
  const known = sectionName(manifest, slug);
  // The link works without the name, so nothing waits for it and nothing fails when it does not come.
  const { data: head } = useQuery({ ...headQuery('category', slug), enabled: known === undefined });
  return (
    <Link to={categoryPath(slug)}>
      ‹ <span lang={siteLang(manifest)}>{known ?? head?.name ?? name}</span>
    </Link>
  );
}
