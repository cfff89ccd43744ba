import { Link } from 'react-router';
import { shortTime } from '#messages/shortTime.ts';
import type { FrontSection } from '#shared/archive.ts';
import { categoryPath } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './FrontAside.module.css';
import { PostLink } from './PostLink.tsx';

/** A section's newest headlines, a line each, under its name, which leads to all of them. */
export function SectionNewest({ section, today }: { readonly section: FrontSection; readonly today: Day }) {
  const messages = useMessages();
  const { count, name, newest, slug } = section;
  return (
    <section>
      <h2>
        <Link to={categoryPath(slug)}>
          {name} <small lang={messages.locale}>{messages.postCount(count)} ›</small>
        </Link>
      </h2>
      <ol className={css.newest}>
        {newest.map(({ address, lang, time, title }) => (
          <li key={address}>
            <time dateTime={time} lang={messages.locale}>
              {shortTime(time, today, messages)}
            </time>
            <span lang={lang}>
              <PostLink address={address} stream={{ kind: 'category', slug }}>
                {title}
              </PostLink>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
