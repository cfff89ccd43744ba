import { picturesIn } from '#shared/servedHtml.ts';
import type { Article, Headline } from '#shared/post.ts';

/** Two lines of Latin text. */
const DIGEST_LENGTH = 140;

/** An article as a row of a list, for one that was opened without one. */
export function headlineOf(article: Article): Headline {
  const { address, title, time, day, categories, tags, source, mentions, twin, size, lang, digest, html } = article;
  const [figure = ''] = /<figure\b.*?<\/figure>/s.exec(html) ?? [];
  const src = picturesIn(figure).find((written) => !written.startsWith('data:'));
  return {
    ...{ address, title, time },
    ...(day !== undefined && { day }),
    ...(categories && { categories }),
    ...(tags && { tags }),
    ...(source !== undefined && { source }),
    ...(digest !== undefined && { digest: digest.slice(0, DIGEST_LENGTH) }),
    ...(src !== undefined && { picture: { src } }),
    ...(mentions && { mentions: mentions.slice(0, 2) }),
    ...(twin !== undefined && { twin }),
    ...(size !== undefined && { size }),
    ...(lang !== undefined && { lang }),
  };
}
