import type { Article, Headline, Mention } from '#shared/post.ts';
import { MAX_NAMES } from '#builder/post/boundPost.ts';
import type { Composed } from './composeArticle.ts';
import { MAX_MENTIONS } from './mentions.ts';

/**
 * One article out of its versions, the best first: what that lacks the others give. Categories and tags are those of
 * all, the others' first, since they name the medium; the text, with all that belongs to it, is one version's.
 */
export function mergeTwins(best: Composed, twins: readonly Composed[]): Composed {
  const all = [best, ...twins];
  const withText = all.find(({ article }) => article.html !== '') ?? best;
  const mentions = mentionsOf(all.map(({ article }) => article));
  const common = { ...commonOf(all), ...measuresOf(withText.article) };
  const headline: Headline = {
    ...best.headline,
    ...common,
    ...firstOf(
      all.map((composed) => composed.headline),
      ['digest', 'picture'],
    ),
    ...(mentions.length > 0 && { mentions: mentions.slice(0, 2) }),
  };
  const article: Article = {
    ...best.article,
    ...common,
    ...firstOf(
      all.map((composed) => composed.article),
      ['digest', 'reporters', 'original', 'charts'],
    ),
    ...(withText !== best && textOf(withText.article)),
    ...(mentions.length > 0 && { mentions }),
  };
  return { article, headline, problems: best.problems, versions: all.map((version) => version.headline) };
}

type Common = Pick<Headline, 'categories' | 'tags' | 'source' | 'twin'>;

function commonOf(all: readonly Composed[]): Common {
  const articles = all.map(({ article }) => article);
  const [best, ...twins] = articles;
  const othersFirst = [...twins, ...(best ? [best] : [])];
  const categories = unique(othersFirst.flatMap((article) => article.categories ?? [])).slice(0, MAX_NAMES);
  const tags = unique(othersFirst.flatMap((article) => article.tags ?? [])).slice(0, MAX_NAMES);
  const twin = twins.find(({ address }) => address !== best?.address)?.address;
  return {
    ...firstOf(articles, ['source']),
    ...(categories.length > 0 && { categories }),
    ...(tags.length > 0 && { tags }),
    ...(twin !== undefined && { twin }),
  };
}

/** What list and article say of the text. */
function measuresOf({ size, lang }: Article): Pick<Headline, 'size' | 'lang'> {
  return { ...(size !== undefined && { size }), ...(lang !== undefined && { lang }) };
}

/** What belongs to the text of an article and would be wrong beside another text. */
function textOf({ html, rest, words, outline, captions }: Article): Partial<Article> {
  return {
    html,
    ...(rest && { rest }),
    ...(words !== undefined && { words }),
    ...(outline && { outline }),
    ...(captions && { captions }),
  };
}

/** Each field from the first that has it. */
function firstOf<T extends object, K extends keyof T>(all: readonly T[], names: readonly K[]): Partial<Pick<T, K>> {
  const found: Partial<Pick<T, K>> = {};
  for (const name of names) {
    const value = all.find((one) => one[name] !== undefined)?.[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** All mentions, each once; one that gives only a code gets its name from another that has it. */
function mentionsOf(articles: readonly Article[]): readonly Mention[] {
  const mentions = new Map<string, Mention>();
  for (const mention of articles.flatMap((article) => article.mentions ?? [])) {
    const key = `${mention.market ?? ''} ${mention.code}`;
    mentions.set(key, { ...mention, ...mentions.get(key) });
  }
  return [...mentions.values()].slice(0, MAX_MENTIONS);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
