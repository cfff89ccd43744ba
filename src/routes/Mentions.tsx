import type { Mention } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './Mentions.module.css';
import { siteLang, useScreenManifest } from './useManifest.ts';

const SHOWN = 8;

/** The securities an article names, then the sectors. Many are folded after the eighth. */
export function Mentions({ mentions }: { readonly mentions: readonly Mention[] }) {
  const messages = useMessages();
  const sorted = [...mentions.filter(({ isSector }) => !isSector), ...mentions.filter(({ isSector }) => isSector)];
  const folded = sorted.slice(SHOWN);
  return (
    <section className={css.mentions} aria-label={messages.mentions}>
      <Chips mentions={sorted.slice(0, SHOWN)} />
      {folded.length > 0 && (
        <details>
          <summary lang={messages.locale}>{messages.moreMentions(folded.length)}</summary>
          <Chips mentions={folded} />
        </details>
      )}
    </section>
  );
}

function Chips({ mentions }: { readonly mentions: readonly Mention[] }) {
  const { locale, sector } = useMessages();
  return (
    <ul className={css.chips} lang={siteLang(useScreenManifest())}>
      {mentions.map(({ code, isSector, market, name }) => (
        <li key={`${market} ${code}`} className={isSector ? css.sector : css.security}>
          {isSector && <small lang={locale}>{sector}</small>} {name ?? code}{' '}
          {name !== undefined && <small>{code}</small>}
        </li>
      ))}
    </ul>
  );
}
