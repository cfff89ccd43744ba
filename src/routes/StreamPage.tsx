import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { NamedKind } from '#shared/archive.ts';
import { directoryPath } from '#shared/paths.ts';
import { headQuery } from '#data/queries.ts';
import { MissingError } from '#data/errors.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import { SectionsBar } from './SectionsBar.tsx';
import { SlugifiedStream } from './screens.ts';
import { StreamList } from './StreamList.tsx';
import css from './StreamPage.module.css';
import { siteLang, useManifest } from './useManifest.ts';

type Props = { readonly kind: NamedKind; readonly slug: string };

/** A category or tag: its name, its size, its headlines. Where none has the slug, one that Jekyll writes so, or nothing, is found. */
export function StreamPage({ kind, slug }: Props) {
  return (
    <ErrorBoundary
      resetKey={`${kind}/${slug}`}
      fallback={(error) => {
        if (error instanceof MissingError) return <SlugifiedStream kind={kind} slug={slug} />;
        throw error;
      }}
    >
      <StreamScreen kind={kind} slug={slug} />
    </ErrorBoundary>
  );
}

function StreamScreen({ kind, slug }: Props) {
  const { manifest, today } = useManifest();
  const messages = useMessages();
  const { data: head } = useSuspenseQuery(headQuery(kind, slug));
  useArrival(`${head.name} – ${manifest.site.title}`, { isList: true });
  return (
    <>
      <SectionsBar manifest={manifest} current={kind === 'category' ? slug : ''} />
      <main id="main">
        <header className={css.header}>
          <p>
            <Link to={directoryPath(kind)}>{messages[kind]}</Link>
          </p>
          <ScreenTitle lang={siteLang(manifest)}>{head.name}</ScreenTitle>
          <p>{messages.postCount(head.count)}</p>
        </header>
        {head.count === 0 && <Notice>{messages.emptyStream(head.name)}</Notice>}
        {head.count > 0 && (
          <StreamList
            key={`${kind}/${slug}`}
            stream={{ kind, slug }}
            label={head.name}
            newest={head.newest}
            count={head.count}
            manifest={manifest}
            today={today}
          />
        )}
      </main>
    </>
  );
}
