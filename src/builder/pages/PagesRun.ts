import { loadMessages, localeFor, type Messages } from '#messages/messages.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { mapAhead } from '#builder/crew/mapAhead.ts';
import type { Book } from '#builder/ledger/Book.ts';
import type { Root } from '#builder/ledger/root.ts';
import type { PageOptions, PublishRun } from '#builder/PublishRun.ts';
import { type PageJob, PageMaker, type Kept } from './PageMaker.ts';
import { PageShelf } from './PageShelf.ts';
import type { PageSite } from './partialManifest.ts';

/** What is known of a publish when its lists are in place. */
export type Listed = PublishRun & {
  readonly book: Book;
  /** What the publish before noted; null when everything is published anew. */
  readonly last: Root | null;
  /** Folded addresses of screens that posts have instead. */
  readonly taken: readonly string[];
  /** How many posts were read. */
  readonly posts: number;
};

/** What all parts of writing pages share. */
export type PagesRun = Listed & {
  /** How many of the newest articles have pages. */
  readonly count: number;
  readonly shelf: PageShelf;
  readonly of: PageSite & { readonly messages: Messages };
  /** Makes pages and puts them one after another, where there can be any. Asks for some before the one in turn is put. */
  readonly putAll: (pages: Iterable<WantedPage>) => Promise<void>;
  /** To be called when all is put, or nothing more is. */
  readonly close: () => Promise<void>;
};

/** A page to be put. */
export type WantedPage = {
  readonly address: Address;
  readonly jobOf: () => PageJob;
  /** Screens that were rendered before. */
  readonly kept?: Kept | undefined;
  /** What stands in the place of a page that the app does not render. */
  readonly instead?: Buffer | undefined;
  readonly whenPut?: () => void;
};

// A page is less to do than what else is given out, and what is done here comes in bursts.
const PAGES_A_TASK = 4;

/** Begins to write the pages of a site whose other files are all put. */
export async function startPages(run: Listed, count: PageOptions['count']): Promise<PagesRun> {
  const { options, site, report, writer, book, taken, posts } = run;
  const messages = await loadMessages(localeFor([site.lang]));
  const shelf = new PageShelf(writer);
  const crew = run.crewFor(posts, 1);
  const maker = new PageMaker({ appFolder: options.appFolder, site, report, render: crew.render });
  const make = async ({ address, jobOf, kept, instead }: WantedPage) =>
    shelf.hasPlace(address) ? ((await maker.make(jobOf(), kept)) ?? instead ?? null) : null;
  const putAll: PagesRun['putAll'] = async (pages) => {
    const made = mapAhead(pages, crew.ahead * PAGES_A_TASK, async (page) => ({ page, bytes: await make(page) }));
    for await (const { page, bytes } of made) {
      shelf.put(page.address, bytes);
      page.whenPut?.();
    }
  };
  return {
    ...run,
    count,
    shelf,
    of: { site, names: book.names, taken: new Set(taken), messages },
    putAll,
    close: crew.close,
  };
}

/** Whether a post has the address of a screen. */
export function isTaken({ of }: Pick<PagesRun, 'of'>, address: Address): boolean {
  return of.taken.has(foldAddress(address));
}
