import type { Article } from '#shared/post.ts';
import type { OwnSite } from './readOwnSite.ts';
import type { SiteName } from './paintOptions.ts';
import type { Sought } from './watchText.ts';

/** A page to open, and the text by which it is known to be on screen. */
export type Target = { readonly address: string; readonly sought: Sought };

/** The pages that are opened on every site; all hold the same posts. */
export type Targets = {
  readonly home: Target;
  readonly newest: Target;
  /** Home again, where the row of the listed article is in sight. */
  readonly list: Target;
  /** One that home lists, opened from there. */
  readonly listed: Target;
  /** One that is too old to have a page where not all have. */
  readonly old: Target;
};

/** A folder of files to be served and measured. */
export type PaintSite = {
  readonly name: SiteName;
  readonly folder: string;
  readonly targets: Targets;
  /** Whether `404.html` answers for addresses without a file, as the site asks of its host. */
  readonly hasFallback: boolean;
};

/** The first row below the one that may be set large. */
const LISTED_PLACE = 1;
/** Only the newer half has pages; this is well in the older. */
const OLD_PART = 0.75;

/** What to open, by our addresses. Throws when the posts are not the plain ones that were generated. */
export function targetsOf({ newest, articles }: OwnSite): Targets {
  const [first, listed] = [newest[0], newest[LISTED_PLACE]];
  const old = [...articles.values()].at(Math.floor(articles.size * OLD_PART));
  if (!first || !listed || !old) throw new Error('There are too few posts to measure with.');
  return {
    home: homeWith(first.title),
    newest: articleTarget(articles.get(first.address)),
    list: homeWith(listed.title),
    listed: articleTarget(articles.get(listed.address)),
    old: articleTarget(old),
  };
}

/** The same with the addresses of another site. */
export function moveTargets(targets: Targets, addressOf: (address: string) => string): Targets {
  const move = ({ address, sought }: Target): Target => ({ address: addressOf(address), sought });
  const { newest, listed, old } = targets;
  return { ...targets, newest: move(newest), listed: move(listed), old: move(old) };
}

function homeWith(title: string): Target {
  // The article itself has the title too, but not as a link.
  return { address: '/', sought: { path: '/', tag: 'a', text: title } };
}

function articleTarget(article: Article | undefined): Target {
  // Not out of the first paragraph: lists show its beginning as the digest.
  const text = article && /<p>([^<]{20})/.exec(article.html.slice(article.html.indexOf('</p>')))?.[1];
  if (!text) throw new Error(`${article?.address}: no paragraph to look for.`);
  return { address: article.address, sought: { tag: 'p', text } };
}
