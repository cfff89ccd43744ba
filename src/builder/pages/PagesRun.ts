import { loadMessages, localeFor, type Messages } from '#messages/messages.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
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
};

/** What all parts of writing pages share. */
export type PagesRun = Listed & {
  /** How many of the newest articles have pages. */
  readonly count: number;
  readonly shelf: PageShelf;
  readonly of: PageSite & { readonly messages: Messages };
  /** Makes a page and puts it, where there can be one. */
  readonly put: (address: Address, jobOf: () => PageJob, how?: Putting) => Promise<void>;
};

/** Screens that were rendered before, and what stands in the place of a page that the app does not render. */
type Putting = { readonly kept?: Kept | undefined; readonly instead?: Buffer | null };

/** Begins to write the pages of a site whose other files are all put. */
export async function startPages(run: Listed, { count, prerender }: PageOptions): Promise<PagesRun> {
  const { options, site, report, writer, book, taken } = run;
  const messages = await loadMessages(localeFor([site.lang]));
  const shelf = new PageShelf(writer);
  const maker = new PageMaker({ appFolder: options.appFolder, site, report, prerender });
  const put: PagesRun['put'] = (address, jobOf, { kept, instead = null }: Putting = {}) =>
    shelf.put(address, async () => (await maker.make(jobOf(), kept)) ?? instead);
  return { ...run, count, shelf, of: { site, names: book.names, taken: new Set(taken), messages }, put };
}

/** Whether a post has the address of a screen. */
export function isTaken({ of }: Pick<PagesRun, 'of'>, address: Address): boolean {
  return of.taken.has(foldAddress(address));
}
