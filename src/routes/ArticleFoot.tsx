import { Link } from 'react-router';
import { slugOf, tagPath } from '#shared/paths.ts';
import type { Article } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './ArticlePage.module.css';

/** What stands under an article's text: captions whose pictures were lost, the original, the tags. */
export function ArticleFoot({ article }: { readonly article: Article }) {
  const messages = useMessages();
  const { captions = [], original, tags = [] } = article;
  return (
    <>
      {captions.length > 0 && (
        <section className={css.captions} aria-labelledby="lone-captions">
          <h2 id="lone-captions" lang={messages.locale}>
            {messages.loneCaptions}
          </h2>
          <ol>
            {captions.map(({ mark, text }) => (
              <li key={mark + text}>
                <b>{mark}</b> {text}
              </li>
            ))}
          </ol>
        </section>
      )}
      {(original !== undefined || tags.length > 0) && (
        <footer className={css.foot}>
          {tags.length > 0 && (
            <ul className={css.tags} aria-label={messages.tags}>
              {tags.map((tag) => (
                <li key={tag}>
                  <Link to={tagPath(slugOf(tag))}>#{tag}</Link>
                </li>
              ))}
            </ul>
          )}
          {original !== undefined && (
            <p lang={messages.locale}>
              <a href={original.href} rel="noopener noreferrer" target="_blank">
                {messages.originalAt(hostOf(original.href))} ↗
              </a>
            </p>
          )}
        </footer>
      )}
    </>
  );
}

function hostOf(href: string): string {
  return new URL(href, location.href).host;
}
