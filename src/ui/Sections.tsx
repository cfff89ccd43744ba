import { Link } from 'react-router';
import type { Section } from '#shared/archive.ts';
import { categoryPath, directoryPath } from '#shared/paths.ts';
import { number } from '#messages/format.ts';
import { useMessages } from './MessagesContext.ts';
import css from './Sections.module.css';

type Props = {
  readonly sections: readonly Section[];
  /** The slug of the section on screen, null on the front page. */
  readonly current: string | null;
};

/** The largest categories in one line that scrolls sideways. */
export function Sections({ sections, current }: Props) {
  const messages = useMessages();
  return (
    <nav className={css.sections} aria-label={messages.sections}>
      <ul>
        <li>
          <Link to="/" aria-current={current === null ? 'page' : undefined}>
            {messages.newest}
          </Link>
        </li>
        {sections.map(({ slug, name, count }) => (
          <li key={slug}>
            <Link to={categoryPath(slug)} aria-current={current === slug ? 'page' : undefined}>
              {name} {count > 0 && <small>{number(count, messages)}</small>}
            </Link>
          </li>
        ))}
        <li>
          <Link to={directoryPath('category')}>{messages.directory.category}</Link>
        </li>
      </ul>
    </nav>
  );
}
