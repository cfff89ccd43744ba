import { JSON_FEED, SITE_FEED } from '#builder/feeds/feedPaths.ts';
import type { Address, Article, Picture } from '#shared/post.ts';
import type { Site } from '#builder/site.ts';
import { knownUrl, linkUrl } from '#builder/siteUrl.ts';
import type { Screen } from './appParts.ts';
import { linkedData } from './linkedData.ts';
import { escapeHtml, tag } from './markup.ts';

/** What a page is, to those who find, list or share it. */
export type PageFacts = {
  readonly screen: Screen;
  readonly address: Address;
  /** What it shows, without the site's name; on home the site's. */
  readonly name: string;
  readonly description?: string | undefined;
  readonly picture?: Picture | undefined;
  readonly article?: Article | undefined;
  /** The address of the feed of what it lists. */
  readonly feed?: Address | undefined;
};

/**
 * A page's own head: title, description, canonical address, feeds, and what cards and search engines read. Whatever
 * needs the site's own address is left out where `_config.yml` names none.
 */
export function pageHead(given: PageFacts, site: Site): string {
  const facts = { ...given, description: given.description ?? site.description };
  const { screen, address, name, description } = facts;
  const url = knownUrl(address, site);
  const lines = [
    `<title>${escapeHtml(screen === 'home' ? name : `${name} – ${site.title}`)}</title>`,
    description && tag('meta', { name: 'description', content: description }),
    url && tag('link', { rel: 'canonical', href: url }),
    ...feedLinks(facts, site),
    ...cardTags(facts, site),
    linkedData(facts, site),
  ];
  return lines.filter((line) => line).join('\n');
}

function feedLinks({ feed, name }: PageFacts, { base, title }: Site): readonly string[] {
  const atom = { rel: 'alternate', type: 'application/atom+xml' };
  return [
    tag('link', { ...atom, href: base + SITE_FEED.slice(1), title }),
    tag('link', { rel: 'alternate', type: 'application/feed+json', href: base + JSON_FEED.slice(1), title }),
    ...(feed === undefined ? [] : [tag('link', { ...atom, href: base + feed.slice(1), title: name })]),
  ];
}

/** Open Graph, which all services read, and the one tag that has no counterpart there. */
function cardTags({ screen, address, name, description, picture, article }: PageFacts, site: Site): readonly string[] {
  const image = picture && linkUrl(picture.src, site);
  const graph: readonly (readonly [property: string, content: string | number | undefined | null])[] = [
    ['og:type', screen === 'article' ? 'article' : 'website'],
    ['og:title', name],
    ['og:description', description],
    ['og:url', knownUrl(address, site)],
    ['og:site_name', site.title],
    ['og:locale', (article?.lang ?? site.lang)?.replaceAll('-', '_')],
    ['og:image', image],
    ['og:image:width', image && picture?.width],
    ['og:image:height', image && picture?.height],
    ['article:published_time', article?.date],
    ['article:section', article?.categories?.[0]],
    ...(article?.tags ?? []).map((name) => ['article:tag', name] as const),
  ];
  const told = graph.filter(([, content]) => content !== undefined && content !== null && content !== '');
  const card = tag('meta', { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' });
  return [...told.map(([property, content]) => tag('meta', { property, content: String(content) })), card];
}
