import { Link } from 'react-router';
import type { Manifest } from '#shared/archive.ts';
import { dayPath } from '#shared/paths.ts';
import { type Article, dayOf } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import css from './ArticleHead.module.css';
import { ArticleTools } from './ArticleTools.tsx';
import { Byline } from './Byline.tsx';
import { CategoryLink } from './CategoryLink.tsx';

type Props = { readonly article: Article; readonly manifest: Manifest };

/** What stands over an article's text: the ways back and on to others, the headline, who wrote it and when, the digest. */
export function ArticleHead({ article, manifest }: Props) {
  const messages = useMessages();
  const { address, categories = [], digest, title } = article;
  return (
    <header className={css.head}>
      <div className={css.top}>
        <nav className={css.crumb} aria-label={messages.youAreHere} lang={messages.locale}>
          {categories.map((name) => (
            <CategoryLink key={`${address} ${name}`} name={name} manifest={manifest} />
          ))}
          <Link to="/">{messages.home}</Link>
          <Link to={dayPath(dayOf(article))}>{messages.thatDay}</Link>
        </nav>
        <ArticleTools article={article} />
      </div>
      <ScreenTitle>{title}</ScreenTitle>
      <Byline article={article} manifest={manifest} />
      {digest !== undefined && <p className={css.digest}>{digest}</p>}
    </header>
  );
}
