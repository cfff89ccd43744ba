import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { directoryQuery } from '#data/screenQueries.ts';
import type { NamedKind } from '#shared/archive.ts';
import { directoryPath } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import { DirectoryList } from './DirectoryList.tsx';
import css from './DirectoryPage.module.css';
import streamCss from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

const KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];

/** All categories, tags or sources of the archive, to be sorted and filtered. One without any says so. */
export function DirectoryPage({ kind }: { readonly kind: NamedKind }) {
  const { manifest } = useManifest();
  const messages = useMessages();
  const { streams } = useSuspenseQuery(directoryQuery(kind)).data;
  const title = messages.directory[kind];
  useArrival(`${title} – ${manifest.site.title}`);
  return (
    <main id="main">
      <header className={streamCss.header}>
        <ScreenTitle>{title}</ScreenTitle>
        <p>{messages.directory.total(streams.length)}</p>
      </header>
      <nav className={css.choice} aria-label={title}>
        {KINDS.map((other) => (
          <Link key={other} to={directoryPath(other)} aria-current={other === kind ? 'page' : undefined}>
            {messages.directory[other]}
          </Link>
        ))}
      </nav>
      {streams.length > 0 ? (
        <DirectoryList kind={kind} streams={streams} manifest={manifest} />
      ) : (
        <Notice>
          <p>{messages.emptyStream(title)}</p>
          <Link to="/">{messages.home}</Link>
        </Notice>
      )}
    </main>
  );
}
