import { useSuspenseQuery } from '@tanstack/react-query';
import { directoryQuery } from '#data/screenQueries.ts';
import type { NamedKind } from '#shared/archive.ts';
import { streamPath } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { Link } from 'react-router';
import { useArrival } from './arrival.ts';
import css from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

/** All categories, tags or sources of the archive. */
export function DirectoryPage({ kind }: { readonly kind: NamedKind }) {
  const { manifest } = useManifest();
  const messages = useMessages();
  const { data } = useSuspenseQuery(directoryQuery(kind));
  useArrival(`${messages[kind]} – ${manifest.site.title}`);
  return (
    <main id="main">
      <header className={css.header}>
        <ScreenTitle>{messages[kind]}</ScreenTitle>
      </header>
      <ul>
        {data.streams.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={streamPath(kind, slug)}>{name}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
