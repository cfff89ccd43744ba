import type { CalendarYear, Directory, Manifest, StreamHead } from './archive.ts';
import type { Address, Article, Day, Headline } from './post.ts';

/** The articles beside one in the stream of all posts; null at either end. */
export type PageNeighbours = { readonly newer: Headline | null; readonly older: Headline | null };

/** A day as its page shows it: how many posts, the newest of them, and the days beside it that have any. */
export type PageDay = {
  readonly day: Day;
  readonly count: number;
  readonly newest: readonly Headline[];
  readonly newer: Day | null;
  readonly older: Day | null;
};

/**
 * All that the first render of a page asks for. The page carries the same as JSON, without the article's text, so that
 * the app attaches to it without a request.
 */
export type PageData = {
  /**
   * On home, directories and archive, the whole manifest. Elsewhere what does not change with every publish: `site`,
   * `taken` (only the page's own address, where a post owns it), as `sections` the categories that the page names, with
   * counts of 0, and an empty `generation`, by which the app sees that it must ask for the rest.
   */
  readonly manifest: Manifest;
  readonly article?: Article;
  readonly neighbours?: PageNeighbours;
  /** Of a category, tag or source; on the archive's page, of all posts. */
  readonly head?: StreamHead;
  readonly day?: PageDay;
  readonly directory?: Directory;
  /** On the archive's page, the newest year. */
  readonly calendars?: readonly CalendarYear[];
};

/** The JSON in a page: whose it is, and what it shows. The text of an article is left out: it stands on the page. */
export type PageFile = PageData & { readonly address: Address };

/** What the builder may ask of the built prerender module. */
export type Prerender = {
  /**
   * The HTML inside `#root` for an address of the site: the same screens as in the app, in the site's language, with
   * nothing of a device or of today. Throws when the screen asks for more than `data` holds.
   */
  readonly render: (address: Address, data: PageData) => string;
};

/** The one export of the prerender module. `lang` is that of the site; without one the interface is English. */
export type MakePrerender = (site: { readonly base: string; readonly lang?: string | undefined }) => Promise<Prerender>;

/** Whether a manifest is a page's own, which holds what does not change with every publish. */
export function isPartial({ generation }: Manifest): boolean {
  return generation === '';
}
