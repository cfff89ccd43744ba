import type { Address, Article, Day, Headline, Mention } from './post.ts';

/** The format this release writes and the newest it reads. Every data file names its own. */
export const FORMAT = 1;

/** How many headlines a manifest or stream head holds. */
export const NEWEST_COUNT = 20;

/** How many categories the manifest names. */
export const SECTION_COUNT = 12;

/** Every kind of stream that has files of its own. */
export const STREAM_KINDS = ['all', 'category', 'tag', 'source'] as const;

/** The streams that have files of their own. */
export type StreamKind = (typeof STREAM_KINDS)[number];

/** The kinds of streams that have a name, and a directory of all of their kind. */
export type NamedKind = Exclude<StreamKind, 'all'>;

/** What the reader must know of the site before anything else. */
export type SiteFacts = {
  readonly title: string;
  readonly description?: string;
  /** BCP 47 language of the site's text; absent when `_config.yml` names none. */
  readonly lang?: string;
  /** IANA zone of every day and time in the archive. */
  readonly timezone: string;
};

/** A category among the largest, with its display name. */
export type Section = { readonly slug: string; readonly name: string; readonly count: number };

/** A year, month, day or hour of a stream with the number of its headlines. */
export type PeriodCount = { readonly period: string; readonly count: number };

/** `data/manifest.json`: the one file every visit asks for. */
export type Manifest = {
  readonly format: number;
  readonly site: SiteFacts;
  /** A hash of everything published; equal generations are equal archives. */
  readonly generation: string;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly count: number;
  readonly firstDay?: Day;
  readonly lastDay?: Day;
  readonly newest: readonly Headline[];
  readonly sections: readonly Section[];
  /** Screen addresses that posts own instead. */
  readonly taken?: readonly Address[];
  /** Reserved for archives that span several origins; a reader refuses one that is not empty. */
  readonly volumes: readonly unknown[];
  /** Reserved for the search index. */
  readonly search?: unknown;
};

/** `streams/<kind>/<key>/head.json`: a stream's name, size and newest headlines. */
export type StreamHead = {
  readonly format: number;
  readonly kind: StreamKind;
  /** Empty for the stream of all posts. */
  readonly slug: string;
  readonly name: string;
  readonly count: number;
  readonly newest: readonly Headline[];
  /** Newest first. */
  readonly years: readonly PeriodCount[];
};

/** A category on the front page, with its newest headlines as one line each: without digest, picture, tags. */
export type FrontSection = Section & { readonly newest: readonly Headline[] };

/** A security or sector with the number of posts that mention it. */
export type MentionCount = { readonly mention: Mention; readonly count: number };

/** `data/front.json`: what stands beside the stream on the front page. */
export type Front = {
  readonly format: number;
  /** The manifest's sections, in its order, with at most four headlines each. */
  readonly sections: readonly FrontSection[];
  /** The archive's last day, and what its posts mention most: at most eight, the commonest first. */
  readonly day?: Day;
  readonly mentions: readonly MentionCount[];
};

/** A category, tag or source in its directory. `day` is that of its newest headline. */
export type Listed = { readonly slug: string; readonly name: string; readonly count: number; readonly day: Day };

/** `categories.json`, `tags.json`, `sources.json`: every stream of a kind, the largest first. */
export type Directory = { readonly format: number; readonly kind: NamedKind; readonly streams: readonly Listed[] };

/** A day with how many of something there are. */
export type DayCount = { readonly day: Day; readonly count: number };

/** `calendar/YYYY.json`: a year day by day. */
export type CalendarYear = {
  readonly format: number;
  readonly year: string;
  /** Posts of each day, from 1 January to the year's last day with posts. */
  readonly counts: readonly number[];
  /** Days without posts among the year's first and last, on a weekday that has posts in four of five weeks. */
  readonly gaps: readonly Day[];
  /** Days whose posts a publish reported problems of. */
  readonly problems: readonly DayCount[];
};

/** A period small enough to be listed: its headlines, newest first. */
export type Leaf = { readonly format: number; readonly period: string; readonly headlines: readonly Headline[] };

/** A period too large to be listed: its parts, newest first. */
export type PeriodIndex = { readonly format: number; readonly period: string; readonly parts: readonly PeriodCount[] };

/** `streams/<kind>/<key>/<period>.json`. */
export type Period = Leaf | PeriodIndex;

/** `days/YYYY/MM/DD.json`: in which chunk each article of the day lies. */
export type DayIndex = {
  readonly format: number;
  readonly day: Day;
  /** SHA-256 of each chunk's JSON, in order of time. */
  readonly chunks: readonly string[];
  /** Folded address → position in `chunks`. */
  readonly posts: Readonly<Record<Address, number>>;
  /** Folded old address → the address that answers for it. */
  readonly redirects?: Readonly<Record<Address, Address>>;
};

/** A day with too many posts for one file: its posts lie in 16 files, by the first digit of the address hash. */
export type SplitDay = { readonly format: number; readonly day: Day; readonly parts: number };

/** `posts/<xx>/<hash>`, gzip: some articles of one day, in order of time. */
export type Chunk = { readonly format: number; readonly day: Day; readonly articles: readonly Article[] };

/** `links/<xx>.json`: the day of every folded address that does not show it, or the news that the file split. */
export type Links =
  | { readonly format: number; readonly days: Readonly<Record<Address, Day>> }
  | { readonly format: number; readonly split: true };

/** Whether a period is listed rather than divided. */
export function isLeaf(period: Period): period is Leaf {
  return 'headlines' in period;
}
