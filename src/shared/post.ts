/**
 * The address of an article or screen: absolute path without the base, percent-encoded as Jekyll writes it.
 * @pattern ^/(?![/\\])
 */
export type Address = string;

/**
 * A calendar day in the site's zone: `2024-05-31`.
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
export type Day = string;

/**
 * A wall-clock time in the site's zone: `2024-05-31T09:05`, or only `2024-05-31` when the post names no time of day.
 * @pattern ^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$
 */
export type LocalTime = string;

/** A picture as a list or figure needs it. Width and height are in CSS pixels and absent when unknown. */
export type Picture = {
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
};

/**
 * A security or sector that a post names. `market` is the archive's own number for an exchange; `name` is absent when
 * the post only writes the code.
 */
export type Mention = {
  readonly code: string;
  readonly market?: string;
  readonly name?: string;
  readonly isSector?: true;
};

/** A post's row in a list. Absent fields mean "none"; readers must not expect any optional field. */
export type Headline = {
  readonly address: Address;
  readonly title: string;
  /** The time shown to the reader. */
  readonly time: LocalTime;
  /** The day the post lies under, only where it differs from the day of `time`. */
  readonly day?: Day;
  /** Categories and tags as the post spells them. */
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
  /** The medium that wrote it. */
  readonly source?: string;
  /** At most two lines of text: 60 Chinese or 140 Latin characters. */
  readonly digest?: string;
  readonly picture?: Picture;
  /** In a list at most two, the first the post names; in an article all of them, in the order of the text. */
  readonly mentions?: readonly Mention[];
  /** Another address of the same article, which leads to this one. */
  readonly twin?: Address;
  /** Reading size: characters of Chinese plus words of other scripts. */
  readonly size?: number;
  /** The post's own language, only where it differs from the site's. */
  readonly lang?: string;
  /** The path by which feeds know it, only where its address does not show that. */
  readonly id?: string;
};

/** The original a post was taken from. */
export type Original = { readonly href: string };

/** A caption whose picture was lost on the way. */
export type LoneCaption = { readonly mark: string; readonly text: string };

/** A section heading; `id` is that of its element in the text. `level` is 2 for the main ones. */
export type OutlineHeading = { readonly id: string; readonly level: number; readonly text: string };

/** A live quote chart: it shows the prices of the day it is looked at, and is no picture of the article. */
export type Chart = Picture & { readonly code?: string; readonly market?: string };

/** A post as it is read. `html` has passed the allow-list once; the page passes it through again. */
export type Article = Omit<Headline, 'digest' | 'picture' | 'id'> & {
  /** All of them, in the order of the text. */
  readonly mentions?: readonly Mention[];
  /** The whole digest, as text. Absent when the text begins with the same sentence. */
  readonly digest?: string;
  /** The instant of `date`, ISO 8601 in the site's zone. */
  readonly date: string;
  readonly html: string;
  /** The text beyond the first part of a long one: parts of HTML to be shown after `html`, in order. */
  readonly rest?: readonly string[];
  /** How much of `size` is words; the rest is Chinese characters. */
  readonly words?: number;
  /** Present when the text has three headings, or one and 3,000 characters. */
  readonly outline?: readonly OutlineHeading[];
  readonly charts?: readonly Chart[];
  readonly original?: Original;
  readonly reporters?: string;
  /** Numbered captions of pictures that are not in the post. */
  readonly captions?: readonly LoneCaption[];
};

/** The day a headline or article lies under, which orders it and names its data files. */
export function dayOf(post: Pick<Headline, 'time' | 'day'>): Day {
  return post.day ?? post.time.slice(0, 10);
}
