import type { NamedKind } from '#shared/archive.ts';
import { slugOf } from '#shared/paths.ts';
import type { Headline } from '#shared/post.ts';
import { mediumOf } from '#builder/article/source.ts';
import { compareText } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import type { Row, Stream } from './streamFiles.ts';

type Named = { readonly rows: Row[]; readonly spellings: Map<string, number>; readonly tags: Map<string, number> };

/** Gathers headlines, newest first, into the streams of an archive. */
export class Streams {
  readonly #all: Row[] = [];
  readonly #categories = new Map<string, Named>();
  readonly #tags = new Map<string, Named>();
  readonly #sources = new Map<string, Named>();

  /**
   * Adds the next older headline, with the local ISO date that orders it. `versions` are the headlines of its files: a
   * tag may name the categories it stands beside in one of them.
   */
  add(headline: Headline, date: string, versions: readonly Headline[] = [headline]): void {
    const row: Row = { date, address: headline.address, json: JSON.stringify(headline) };
    this.#all.push(row);
    for (const [slug, name] of bySlug(headline.categories ?? []))
      addTo(this.#categories, slug, name, row, tagsBeside(slug, versions));
    for (const [slug, name] of bySlug(headline.tags ?? [])) addTo(this.#tags, slug, name, row, []);
    if (headline.source) addTo(this.#sources, slugOf(headline.source), headline.source, row, []);
  }

  /** Every stream with its display name: all, categories, tags, sources, each kind in order of slug. */
  streams(site: Site): readonly Stream[] {
    return [
      { kind: 'all', slug: '', name: site.title, rows: this.#all },
      ...namedStreams('category', this.#categories, (slug, named) => categoryName(slug, named, site)),
      ...namedStreams('tag', this.#tags, spelledName),
      ...namedStreams('source', this.#sources, spelledName),
    ];
  }
}

function namedStreams(
  kind: NamedKind,
  streams: ReadonlyMap<string, Named>,
  nameOf: (slug: string, named: Named) => string,
): readonly Stream[] {
  const inOrder = [...streams].toSorted(([a], [b]) => compareText(a, b));
  return inOrder.map(([slug, named]) => ({ kind, slug, name: nameOf(slug, named), rows: named.rows }));
}

function bySlug(names: readonly string[]): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  for (const name of names) if (!slugs.has(slugOf(name))) slugs.set(slugOf(name), name);
  return slugs;
}

function tagsBeside(slug: string, versions: readonly Headline[]): readonly string[] {
  const ofCategory = versions.filter(({ categories = [] }) => categories.some((name) => slugOf(name) === slug));
  return ofCategory.flatMap(({ tags = [] }) => tags);
}

function addTo(streams: Map<string, Named>, slug: string, name: string, row: Row, tags: readonly string[]): void {
  let named = streams.get(slug);
  if (!named) streams.set(slug, (named = { rows: [], spellings: new Map(), tags: new Map() }));
  named.rows.push(row);
  for (const [counts, key] of [[named.spellings, name] as const, ...tags.map((tag) => [named.tags, tag] as const)])
    counts.set(key, (counts.get(key) ?? 0) + 1);
}

function categoryName(slug: string, named: Named, { settings }: Site): string {
  const spelled = spelledName(slug, named);
  if (settings.names === 'posts') return spelled;
  if (settings.names !== 'tags') return settings.names.get(slug) ?? spelled;
  const tag = commonest(named.tags);
  return tag === undefined ? spelled : mediumOf(tag, settings.source);
}

function spelledName(slug: string, { spellings }: Named): string {
  return commonest(spellings) ?? slug;
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].toSorted(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0];
}
