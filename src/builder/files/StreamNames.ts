import type { NamedKind } from '#shared/archive.ts';
import { slugOf } from '#shared/paths.ts';
import type { Day, Headline } from '#shared/post.ts';
import { mediumOf } from '#builder/article/source.ts';
import { compareText } from '#builder/report.ts';
import type { Settings } from '#builder/settings.ts';
import { DamagedSiteError } from './DamagedSiteError.ts';
import type { DayRow } from './dayChange.ts';

/** A named stream as directories list it. */
export type StreamSummary = {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
  /** The day of its newest headline. */
  readonly day: Day;
};

/** How a site names its streams. */
export type Naming = { readonly settings: Pick<Settings, 'names' | 'source'> };

/** What is counted of a stream: its spellings, and the tags its posts have beside it. */
type Counted = { summary: StreamSummary | null; readonly spellings: Counts; readonly tags: Counts };
type Counts = Map<string, number>;

const KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];

/**
 * Every named stream with its display name: the commonest spelling, or, where the settings say so, the commonest tag of
 * a category's posts. Kept as counts, to which days are added and from which they are taken away, so that the names do
 * not depend on the order of publishes.
 */
export class StreamNames {
  readonly #streams: Readonly<Record<NamedKind, Map<string, Counted>>>;

  /** `bytes` are those of an earlier `toBytes`. Throws `DamagedSiteError` for any other. */
  constructor(bytes: Buffer | null = null) {
    this.#streams = { category: new Map(), tag: new Map(), source: new Map() };
    if (bytes !== null) this.#load(bytes);
  }

  /** How many headlines a stream has. */
  countOf(kind: NamedKind, slug: string): number {
    return this.#streams[kind].get(slug)?.summary?.count ?? 0;
  }

  /** Counts a row in (1), or out again (-1), in all its streams. These may be given by whoever has them already. */
  count(
    { headline, versions = [headline] }: Pick<DayRow, 'headline' | 'versions'>,
    by: 1 | -1,
    streams = streamsOf(headline),
  ): void {
    for (const { kind, slug, name } of streams) {
      const { spellings, tags } = this.#counted(kind, slug);
      add(spellings, name, by);
      if (kind === 'category') for (const tag of tagsBeside(slug, versions)) add(tags, tag, by);
    }
  }

  /** The display name of a stream. */
  nameOf(kind: NamedKind, slug: string, { settings }: Naming): string {
    const { spellings, tags } = this.#counted(kind, slug);
    const spelled = commonest(spellings) ?? slug;
    if (kind !== 'category' || settings.names === 'posts') return spelled;
    if (settings.names !== 'tags') return settings.names.get(slug) ?? spelled;
    const tag = commonest(tags);
    return tag === undefined ? spelled : mediumOf(tag, settings.source);
  }

  /** What was last said of a stream, or null. */
  summaryOf(kind: NamedKind, slug: string): StreamSummary | null {
    return this.#streams[kind].get(slug)?.summary ?? null;
  }

  /** Says what a stream amounts to; null when it is no more. */
  setSummary(kind: NamedKind, slug: string, summary: StreamSummary | null): void {
    if (summary === null) this.#streams[kind].delete(slug);
    else this.#counted(kind, slug).summary = summary;
  }

  /** The streams of a kind, the largest first, of equals by slug. */
  largest(kind: NamedKind): readonly StreamSummary[] {
    const summaries = [...this.#streams[kind].values()].flatMap(({ summary }) => summary ?? []);
    return summaries.toSorted((a, b) => b.count - a.count || compareText(a.slug, b.slug));
  }

  toBytes(): Buffer {
    const kinds = KINDS.map((kind) =>
      [...this.#streams[kind]]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([slug, { summary, spellings, tags }]) => [slug, summary, sorted(spellings), sorted(tags)]),
    );
    return Buffer.from(JSON.stringify(kinds));
  }

  #load(bytes: Buffer): void {
    try {
      const kinds = JSON.parse(bytes.toString('utf8')) as Stored; // Our own notes; what is none fails below.
      for (const [index, kind] of KINDS.entries())
        for (const [slug, summary, spellings, tags] of kinds[index] ?? [])
          this.#streams[kind].set(slug, { summary, spellings: new Map(spellings), tags: new Map(tags) });
    } catch (cause) {
      throw new DamagedSiteError(`the noted names of streams cannot be read (${String(cause)})`, { cause });
    }
  }

  #counted(kind: NamedKind, slug: string): Counted {
    let counted = this.#streams[kind].get(slug);
    if (!counted) this.#streams[kind].set(slug, (counted = { summary: null, spellings: new Map(), tags: new Map() }));
    return counted;
  }
}

type Pairs = readonly (readonly [string, number])[];
type Stored = readonly (readonly (readonly [string, StreamSummary | null, Pairs, Pairs])[])[];

/** A stream that a headline stands in, and how it spells the name. */
export type NamedStream = { readonly kind: NamedKind; readonly slug: string; readonly name: string };

/** The named streams of a headline, each once, by its first spelling. */
export function streamsOf({ categories = [], tags = [], source }: Headline): readonly NamedStream[] {
  const names = [
    ...categories.map((name) => ({ kind: 'category' as const, slug: slugOf(name), name })),
    ...tags.map((name) => ({ kind: 'tag' as const, slug: slugOf(name), name })),
    ...(source ? [{ kind: 'source' as const, slug: slugOf(source), name: source }] : []),
  ];
  return names.filter((one, index) => {
    return names.findIndex(({ kind, slug }) => kind === one.kind && slug === one.slug) === index;
  });
}

/** A tag may name the categories it stands beside in one of a headline's files. */
function tagsBeside(slug: string, versions: readonly Headline[]): readonly string[] {
  const ofCategory = versions.filter(({ categories = [] }) => categories.some((name) => slugOf(name) === slug));
  return ofCategory.flatMap(({ tags = [] }) => tags);
}

function add(counts: Counts, name: string, by: number): void {
  const count = (counts.get(name) ?? 0) + by;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}

function commonest(counts: Counts): string | undefined {
  let best: readonly [string, number] | undefined;
  for (const one of counts)
    if (!best || one[1] > best[1] || (one[1] === best[1] && compareText(one[0], best[0]) < 0)) best = one;
  return best?.[0];
}

function sorted(counts: Counts): readonly [string, number][] {
  return [...counts].toSorted(([a], [b]) => compareText(a, b));
}
