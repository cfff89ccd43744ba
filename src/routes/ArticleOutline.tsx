import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useCurrentHeading } from '#article/useCurrentHeading.ts';
import type { OutlineHeading } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './ArticleOutline.module.css';

type Props = {
  readonly headings: readonly OutlineHeading[];
  /** How many further parts of the text are there. */
  readonly grown: number;
};

/** The headings of an article, the current one marked: beside the text where there is room, folded above it elsewhere. */
export function ArticleOutline({ headings, grown }: Props) {
  const messages = useMessages();
  const { state } = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const current = useCurrentHeading(headings, grown);
  return (
    <nav className={css.outline} aria-label={messages.outline}>
      <button type="button" lang={messages.locale} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {messages.outline}
      </button>
      <p className={css.label} lang={messages.locale} aria-hidden="true">
        {messages.outline}
      </p>
      <ol>
        {headings.map(({ id, level, text }) => (
          <li key={id} data-level={level}>
            <Link to={`#${id}`} state={state} aria-current={id === current ? 'location' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
