/** A post in a feed. Addresses are absolute where the site's URL is known. */
export type FeedEntry = {
  readonly id: string;
  readonly link: string;
  readonly title: string;
  /** ISO 8601, with the offset of the site's zone. */
  readonly date: string;
  readonly names: readonly string[];
  readonly summary?: string;
  /** HTML. */
  readonly content?: string;
  readonly author?: string;
  readonly picture?: string;
  readonly lang?: string;
  /** Where the post was taken from. */
  readonly original?: string;
};

/** A feed, whatever it is written as. */
export type Feed = {
  readonly id: string;
  /** Its own address. */
  readonly self: string;
  /** The page that shows the same. */
  readonly page: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly author: string;
  readonly lang?: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
};
