import type { Article } from '#shared/post.ts';
import type { Site } from '#builder/site.ts';
import { knownUrl, linkUrl } from '#builder/siteUrl.ts';
import { jsonInScript } from './markup.ts';
import type { PageFacts } from './pageHead.ts';

// What search engines show of a headline at most.
const MAX_HEADLINE = 110;

type Fields = Readonly<Record<string, unknown>>;

/** What search engines read of a page, in the words of schema.org, as a script that does not run. */
export function linkedData(facts: PageFacts, site: Site): string {
  const { screen, address, name, description, article } = facts;
  const url = knownUrl(address, site) ?? undefined;
  const common = { '@context': 'https://schema.org', url, description, inLanguage: article?.lang ?? site.lang };
  const publisher = { '@type': 'Organization', name: site.title, url: knownUrl('/', site) ?? undefined };
  const whole = { '@type': 'WebSite', name: site.title, url: publisher.url };
  const screenFields =
    screen === 'home' ? { '@type': 'WebSite', publisher } : { '@type': 'CollectionPage', isPartOf: whole };
  const fields: Fields = article
    ? { ...common, '@type': 'NewsArticle', ...articleFields(article, facts, site), publisher }
    : { ...common, name, ...screenFields };
  return `<script type="application/ld+json">${jsonInScript(fields)}</script>`;
}

function articleFields(article: Article, { address, picture, name }: PageFacts, site: Site): Fields {
  const { date, categories = [], tags = [], original } = article;
  const image = picture && linkUrl(picture.src, site);
  const url = knownUrl(address, site);
  return {
    headline: cut(name),
    datePublished: date,
    ...(image && { image: { '@type': 'ImageObject', url: image, width: picture.width, height: picture.height } }),
    author: authorOf(article),
    ...(categories.length > 0 && { articleSection: categories }),
    ...(tags.length > 0 && { keywords: tags }),
    ...(url && { mainEntityOfPage: { '@type': 'WebPage', '@id': url } }),
    isBasedOn: (original && linkUrl(original.href, site)) ?? undefined,
  };
}

/** Who wrote it: the reporters it names, else the medium. */
function authorOf({ reporters, source }: Article): Fields | undefined {
  if (reporters) return { '@type': 'Person', name: reporters };
  return source ? { '@type': 'Organization', name: source } : undefined;
}

function cut(text: string): string {
  const signs = [...text];
  return signs.length <= MAX_HEADLINE ? text : `${signs.slice(0, MAX_HEADLINE - 1).join('')}…`;
}
