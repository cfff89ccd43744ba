import type { Article, Headline } from './post.ts';
import { picturesIn, textIn } from './servedHtml.ts';

/** Two lines of Latin text. */
const DIGEST_LENGTH = 140;

/** An article as a row of a list, for one that was opened without one, or has changed since. */
export function headlineOf(article: Article): Headline {
  const { address, title, time, day, categories, tags, source, mentions, twin, size, lang, html } = article;
  const [figure = ''] = /<figure\b.*?<\/figure>/s.exec(html) ?? [];
  const src = picturesIn(figure).find((written) => !written.startsWith('data:'));
  const digest = digestOf(article).slice(0, DIGEST_LENGTH);
  return {
    ...{ address, title, time },
    ...(day !== undefined && { day }),
    ...(categories && { categories }),
    ...(tags && { tags }),
    ...(source !== undefined && { source }),
    ...(digest !== '' && { digest }),
    ...(src !== undefined && { picture: { src } }),
    ...(mentions && { mentions: mentions.slice(0, 2) }),
    ...(twin !== undefined && { twin }),
    ...(size !== undefined && { size }),
    ...(lang !== undefined && { lang }),
  };
}

/** An article without one begins with the words that lists have. */
function digestOf({ digest, html }: Article): string {
  return digest ?? textIn(/<p\b[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '').trim();
}
