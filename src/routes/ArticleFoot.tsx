import { Link } from 'react-router';
import { slugOf, streamPath } from '#shared/paths.ts';
import type { Article, LoneCaption } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './ArticleFoot.module.css';
import { Mentions } from './Mentions.tsx';
import { siteLang, useScreenManifest } from './useManifest.ts';

/** What stands under an article's text: captions whose pictures were lost, what it names, tags, where else it is. */
export function ArticleFoot({ article }: { readonly article: Article }) {
  const { captions = [], mentions = [], original, tags = [], twin } = article;
  const isFooted = [original, twin].some((place) => place !== undefined) || tags.length + mentions.length > 0;
  return (
    <>
      {captions.length > 0 && <LoneCaptions captions={captions} />}
      {isFooted && (
        <footer className={css.foot}>
          {mentions.length > 0 && <Mentions mentions={mentions} />}
          {tags.length > 0 && <Tags tags={tags} />}
          <Elsewhere article={article} />
        </footer>
      )}
    </>
  );
}

function LoneCaptions({ captions }: { readonly captions: readonly LoneCaption[] }) {
  const messages = useMessages();
  return (
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
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <ul className={css.tags} aria-label={useMessages().tags} lang={siteLang(useScreenManifest())}>
      {tags.map((tag) => (
        <li key={tag}>
          <Link to={streamPath('tag', slugOf(tag))}>#{tag}</Link>
        </li>
      ))}
    </ul>
  );
}

/** The original as a link. The twin as text: its address leads here. */
function Elsewhere({ article: { original, twin } }: { readonly article: Article }) {
  const messages = useMessages();
  return (
    <>
      {original !== undefined && (
        <p lang={messages.locale}>
          <a className={css.original} href={original.href} rel="noopener noreferrer" target="_blank">
            {messages.originalAt(hostOf(original.href))} ↗
          </a>
        </p>
      )}
      {twin !== undefined && (
        <p className={css.twin} lang={messages.locale}>
          {messages.sameStory} <span translate="no">{decodeAddress(twin)}</span>
        </p>
      )}
    </>
  );
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // Not UTF-8: shown as it is written.
  }
}

/** The host of an address, or all of one that has none: data published earlier may hold what is no address. */
function hostOf(href: string): string {
  try {
    return new URL(href).host;
  } catch {
    return href;
  }
}
