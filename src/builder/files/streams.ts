import type { Section } from '#shared/archive.ts';
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
  }

  get all(): readonly Row[] {
    return this.#all;
  }

  /** Every stream with its display name. */
  *streams(site: Site): Generator<Stream> {
    yield { kind: 'all', slug: '', name: site.title, rows: this.#all };
    for (const [slug, named] of inOrder(this.#categories))
      yield { kind: 'category', slug, name: categoryName(slug, named, site), rows: named.rows };
    for (const [slug, named] of inOrder(this.#tags))
      yield { kind: 'tag', slug, name: commonest(named.spellings) ?? slug, rows: named.rows };
  }

  /** The largest categories; of equal ones the first by slug. */
  sections(count: number, site: Site): readonly Section[] {
    const sections = inOrder(this.#categories).map(([slug, named]) => {
      return { slug, name: categoryName(slug, named, site), count: named.rows.length };
    });
    return sections.toSorted((a, b) => b.count - a.count || compareText(a.slug, b.slug)).slice(0, count);
  }
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

function categoryName(slug: string, { spellings, tags }: Named, { settings }: Site): string {
  const spelled = commonest(spellings) ?? slug;
  if (settings.names === 'posts') return spelled;
  if (settings.names !== 'tags') return settings.names.get(slug) ?? spelled;
  const tag = commonest(tags);
  return tag === undefined ? spelled : mediumOf(tag, settings.source);
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].toSorted(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0];
}

function inOrder(streams: ReadonlyMap<string, Named>): readonly (readonly [string, Named])[] {
  return [...streams].toSorted(([a], [b]) => compareText(a, b));
}
