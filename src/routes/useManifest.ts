import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { manifestQuery, pageManifestQuery } from '#data/queries.ts';
import { todayIn } from '#messages/format.ts';
import type { Manifest } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import { useIsAttached } from '#ui/useIsAttached.ts';

/** No day of any archive: compared with it, every day is told by its whole date. */
const NO_DAY: Day = '0001-01-01';

/**
 * The manifest, and which day it was in the site's zone when it came; on a real page, which may be read on any day, none.
 * Suspends until it is there. At the address of a real page, what that knows of the archive stands in until then.
 */
export function useManifest(): { readonly manifest: Manifest; readonly today: Day } {
  return useManifestAt(useLocation().pathname);
}

/** The same for a part of the page whose address may still be another one. */
export function useManifestAt(pathname: string): { readonly manifest: Manifest; readonly today: Day } {
  const isAttached = useIsAttached();
  const client = useQueryClient();
  const page = pageManifestQuery(pathname);
  const isOnPage = client.getQueryData(page.queryKey) !== undefined;
  const { data: whole } = useQuery({ ...manifestQuery(), enabled: isAttached && isOnPage });
  const { data: manifest, dataUpdatedAt } = useSuspenseQuery(isOnPage && !whole ? page : manifestQuery());
  return { manifest, today: isAttached ? todayIn(manifest.site.timezone, dataUpdatedAt) : NO_DAY };
}

/**
 * The manifest as the screen around has it, for its many small parts: they render anew with the screen, and need not
 * watch by themselves. Throws where there is none.
 */
export function useScreenManifest(): Manifest {
  const client = useQueryClient();
  const page = pageManifestQuery(useLocation().pathname);
  const manifest = client.getQueryData(manifestQuery().queryKey) ?? client.getQueryData(page.queryKey);
  if (!manifest) throw new Error('useScreenManifest needs a screen around it.');
  return manifest;
}

/** The language of the site's own text; empty, which means unknown, when the site does not say. */
export function siteLang(manifest: Manifest): string {
  return manifest.site.lang ?? '';
}

/** The display name of a category that the manifest names, or the page that was opened first. */
export function sectionName(manifest: Manifest, slug: string): string | undefined {
  return manifest.sections.find((section) => section.slug === slug)?.name ?? named.get(slug);
}

const named = new Map<string, string>();

/** Keeps the names that a real page has for categories: most are too small for the manifest, and must not change back. */
export function keepNames({ sections }: Manifest): void {
  for (const { slug, name } of sections) named.set(slug, name);
}
