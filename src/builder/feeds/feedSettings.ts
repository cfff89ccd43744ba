import { foldAddress, isReserved, slugOf } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { type Fields, listField, mapField, textField } from '#builder/post/value.ts';
import type { Site } from '#builder/site.ts';
import { type FeedKind, isFeedAddress, isFeedPlace, SITE_FEED } from './feedPaths.ts';

/** What the settings of jekyll-feed say. */
export type FeedSettings = {
  /** How many posts the feed of all holds. */
  readonly count: number;
  /** Whether only digests go into it. */
  readonly isShort: boolean;
  /** Where subscribers of the Jekyll site look for it, besides its own address. */
  readonly copies: readonly Address[];
  /** The same for the feed of a category or tag. */
  readonly copiesOf: (kind: FeedKind, slug: string) => readonly Address[];
  /** Files and folders of all these. */
  readonly places: readonly Address[];
  /** What the settings name and no feed can have. */
  readonly unusable: readonly string[];
};

const DEFAULT_COUNT = 20;
const MAX_COUNT = 50;

/** What stands under `feed:` in `_config.yml`. Source: jekyll-feed 0.17, `Generator`. */
export function feedSettings({ config }: Pick<Site, 'config'>): FeedSettings {
  const feed = mapField(config, 'feed');
  const posts = mapField(mapField(feed, 'collections'), 'posts');
  const paths = [textField(posts, 'path') ?? textField(feed, 'path') ?? SITE_FEED].map(rooted);
  const categories = listField(posts.has('categories') ? posts : feed, 'categories');
  const named = categories.map((name) => ({ slug: slugOf(name), address: rooted(`feed/${name}.xml`) }));
  const tags = tagRule(feed);
  const all = [...paths, ...named.map(({ address }) => address)];
  const fixed = all.filter(isUsable);
  return {
    count: countOf(feed),
    isShort: feed.get('excerpt_only') === true,
    copies: paths.filter(isUsable),
    copiesOf: (kind, slug) => {
      if (kind === 'tag') return tags.addressesOf(slug).filter((address) => !fixed.includes(address));
      const own = named.filter((one) => one.slug === slug).map(({ address }) => address);
      return own.filter((address) => isUsable(address) && !paths.includes(address));
    },
    places: [...fixed, ...tags.folders],
    unusable: [...all, ...tags.refused].filter((address) => !isUsable(address) && address !== SITE_FEED),
  };
}

/** Tells whether the settings want a feed at a folded address. They are read when it is first asked. */
export function feedTeller(site: Pick<Site, 'config'>): (folded: string) => boolean {
  let places: readonly Address[] | null = null;
  return (folded) => isFeedAddress(folded, (places ??= feedSettings(site).places));
}

type TagRule = {
  readonly addressesOf: (slug: string) => readonly Address[];
  readonly folders: readonly Address[];
  readonly refused: readonly string[];
};

const NO_TAGS: TagRule = { addressesOf: () => [], folders: [], refused: [] };

/** The feeds that jekyll-feed writes of tags: only of those of ASCII letters, digits and underscores. */
function tagRule(feed: Fields): TagRule {
  if (!feed.get('tags')) return NO_TAGS;
  const rule = mapField(feed, 'tags');
  const folder = rooted(textField(rule, 'path') ?? 'feed/by_tag').replace(/\/+$/, '');
  if (!isUsable(`${folder}/a.xml`) || folder === '') return { ...NO_TAGS, refused: [folder === '' ? '/' : folder] };
  const only = rule.has('only') ? listField(rule, 'only') : null;
  const except = new Set(listField(rule, 'except').map(slugOf));
  return {
    addressesOf: (slug) => {
      const names = (only ?? [slug]).filter((name) => slugOf(name) === slug && /^\w+$/.test(name) && !except.has(slug));
      return [...new Set(names)].map((name) => `${folder}/${name}.xml`);
    },
    folders: [folder],
    refused: [],
  };
}

function countOf(feed: Fields): number {
  const count = Number(textField(feed, 'posts_limit') ?? DEFAULT_COUNT);
  return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_COUNT) : DEFAULT_COUNT;
}

/** A path of the settings as an address. */
function rooted(path: string): Address {
  const names = path.replace(/\p{Surrogate}/gu, '').split('/');
  return `/${names
    .filter((name) => name !== '')
    .map(encodeURIComponent)
    .join('/')}`;
}

/** Whether a further feed can lie there: a file with an ending, in no place of ours, that no host takes for a page. */
function isUsable(address: Address): boolean {
  const isFile = /^(?:\/(?!\.)(?:[\w.~!*'()-]|%(?!0|1|2F|5C|7F)[0-9A-F]{2}){1,200})+$/.test(address);
  const [, ending = 'html'] = /\.([a-z0-9]+)$/i.exec(address) ?? [];
  const path = address.slice(1);
  return isFile && !/^html?$/i.test(ending) && !isReserved(foldAddress(address)) && !isFeedPlace(path, []);
}
