import { useSuspenseQuery } from '@tanstack/react-query';
import { manifestQuery } from '#data/queries.ts';
import { todayIn } from '#messages/format.ts';
import type { Manifest } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';

/** The manifest, and which day it was in the site's zone when it came. Suspends until it is there. */
export function useManifest(): { readonly manifest: Manifest; readonly today: Day } {
  const { data: manifest, dataUpdatedAt } = useSuspenseQuery(manifestQuery());
  return { manifest, today: todayIn(manifest.site.timezone, dataUpdatedAt) };
}

/** The language of the site's own text; empty, which means unknown, when the site does not say. */
export function siteLang(manifest: Manifest): string {
  return manifest.site.lang ?? '';
}

/** The display name of a category that the manifest names. */
export function sectionName(manifest: Manifest, slug: string): string | undefined {
  return manifest.sections.find((section) => section.slug === slug)?.name;
}
