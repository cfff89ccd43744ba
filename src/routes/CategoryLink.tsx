import { Link } from 'react-router';
import type { Manifest } from '#shared/archive.ts';
import { categoryPath, slugOf } from '#shared/paths.ts';
import { siteLang } from './useManifest.ts';
import { useStreamName } from './useStreamName.ts';

type Props = {
  /** As the post spells it. */
  readonly name: string;
  readonly manifest: Manifest;
};

/** The way back to a category, under its display name as soon as that is known. */
export function CategoryLink({ name, manifest }: Props) {
  const slug = slugOf(name);
  const known = useStreamName({ kind: 'category', slug });
  return (
    <Link to={categoryPath(slug)}>
      ‹ <span lang={siteLang(manifest)}>{known === slug ? name : known}</span>
    </Link>
  );
}
