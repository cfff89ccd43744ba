import { FORMAT, type Manifest } from '#shared/archive.ts';
import { foldAddress, slugOf } from '#shared/paths.ts';
import type { Address, Headline } from '#shared/post.ts';
import { factsOf } from '#builder/files/manifest.ts';
import type { StreamNames } from '#builder/files/StreamNames.ts';
import type { Site } from '#builder/site.ts';

/** What of a site stands on each of its pages. */
export type PageSite = {
  readonly site: Site;
  readonly names: Pick<StreamNames, 'summaryOf'>;
  /** Folded addresses of screens that posts have instead. */
  readonly taken: ReadonlySet<string>;
};

/** The part of the manifest that a page holds which need not be written with every publish: see `PageData`. */
export function partialManifest(
  address: Address,
  shown: readonly Pick<Headline, 'categories'>[],
  { site, names, taken }: PageSite,
): Manifest {
  const slugs = new Set(shown.flatMap(({ categories = [] }) => categories.map(slugOf)));
  const sections = [...slugs].flatMap((slug) => {
    const name = names.summaryOf('category', slug)?.name;
    return name === undefined ? [] : [{ slug, name, count: 0 }];
  });
  const folded = foldAddress(address);
  return {
    format: FORMAT,
    generation: '',
    publishedAt: '',
    site: factsOf(site),
    count: 0,
    sections,
    ...(taken.has(folded) && { taken: [folded] }),
    volumes: [],
    newest: [],
  };
}
