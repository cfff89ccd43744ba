import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useLayoutEffect } from 'react';
import { Link } from 'react-router';
import { ARCHIVE_PATH, dayPath, slugOf, streamPath } from '#shared/paths.ts';
import type { Manifest, NamedKind } from '#shared/archive.ts';
import { isPartial } from '#shared/prerender.ts';
import { manifestQuery, type StreamId } from '#data/queries.ts';
import { type Day, dayOf, type Headline } from '#shared/post.ts';
import { clockOf, longDate } from '#messages/format.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useIsAttached } from '#ui/useIsAttached.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { PostList } from '#ui/PostList.tsx';
import { PostRow } from '#ui/PostRow.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useMarks } from '#device/marks.ts';
import { useSettings } from '#device/settings.ts';
import { usePlace } from './place.ts';
import { PostLink } from './PostLink.tsx';
import { RowMenuButton } from './RowMenuButton.tsx';
import { handOverFocus } from './rows.ts';
import { StreamRows } from './screens.ts';
import css from './StreamList.module.css';
import { UNTIL_THERE } from './untilThere.ts';
import { sectionName, siteLang } from './useManifest.ts';
import { useRecovery } from './useRecovery.ts';

/** What a list shows, and of what. */
export type StreamListProps = {
  readonly stream: StreamId;
  /** The name of the list for screen readers. */
  readonly label: string;
  /** The newest headlines of the stream, or of its part as far as they are there. */
  readonly newest: readonly Headline[];
  /** How many headlines there are in all. */
  readonly count: number;
  readonly manifest: Manifest;
  readonly today: Day;
  /** How many of the newest stand elsewhere on the screen. */
  readonly skip?: number;
  /** The part of the stream that is listed, when it is not all of it. */
  readonly part?: { readonly start: number; readonly count: number; readonly newest?: readonly Headline[] };
  /** What follows the rows, as soon as those are there: it would be moved by them. */
  readonly after?: ReactNode;
};

/**
 * A stream's headlines. The newest stand there at once; what lists all of them, however many, comes after. On a real page
 * they wait for the manifest, too: it says where in the archive the list lies.
 */
export function StreamList(props: StreamListProps) {
  const { manifest, newest, part } = props;
  const isAttached = useIsAttached();
  const isOnPage = isPartial(manifest);
  const isWhole = isAttached && !isOnPage && part?.newest === undefined;
  const { isError, refetch } = useQuery({
    ...manifestQuery(),
    enabled: isAttached && isOnPage,
    ...UNTIL_THERE,
  });
  const place = usePlace();
  const isAtTop = newest.length > 0 && (place === null || !isWhole);
  const meanwhile = isAtTop ? <NewestRows {...props} /> : <Skeleton kind="list" />;
  return (
    <ErrorBoundary
      fallback={(error, retry) => (
        <>
          <NotComplete error={error} retry={retry} />
          {meanwhile}
        </>
      )}
    >
      {isOnPage && isError && <Failed retry={() => void refetch()} />}
      <Suspense fallback={meanwhile}>
        {isWhole ? <StreamRows {...props} newest={part ? NONE : newest} /> : meanwhile}
      </Suspense>
    </ErrorBoundary>
  );
}

const NONE: readonly Headline[] = [];

function NotComplete({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return <Failed retry={useRecovery(error, retry)} />;
}

function Failed({ retry }: { readonly retry: () => void }) {
  const messages = useMessages();
  return (
    <Notice role="alert">
      <p>{navigator.onLine ? messages.failedText : messages.offlineText}</p>
      <Button onClick={retry}>{messages.tryAgain}</Button>
    </Notice>
  );
}

function NewestRows({ newest, count, skip = 0, ...list }: StreamListProps) {
  useLayoutEffect(() => handOverFocus, []);
  return (
    <>
      <div className={css.bar} />
      <Rows headlines={newest.slice(skip)} first={skip + 1} count={count} {...list} />
      {count > newest.length && <OlderDays headlines={newest} />}
    </>
  );
}

/** The ways on for readers without script, who have no more rows. */
function OlderDays({ headlines }: Pick<RowsProps, 'headlines'>) {
  const messages = useMessages();
  const last = headlines.at(-1);
  return (
    <noscript>
      <p lang={messages.locale}>
        {last && <Link to={dayPath(dayOf(last))}>{longDate(dayOf(last), messages)}</Link>}{' '}
        <Link to={ARCHIVE_PATH}>{messages.archive}</Link>
      </p>
    </noscript>
  );
}

type RowsProps = Pick<StreamListProps, 'label' | 'manifest' | 'today'> & {
  readonly headlines: readonly Headline[];
  readonly first: number;
  readonly count: number;
  /** The stream that an article opened from here goes on in. */
  readonly stream?: StreamId;
};

/** Some headlines as rows under their days, each leading to its article. */
export function Rows({ headlines, first, count, label, today, manifest, stream }: RowsProps) {
  const row = useRow({ manifest, headlines, stream });
  return (
    <div lang={siteLang(manifest)}>
      <PostList before={null} label={label} headlines={headlines} first={first} count={count} today={today} row={row} />
    </div>
  );
}

type RowOptions = Pick<RowsProps, 'manifest'> & {
  /** Rows of the list, which tell whether its posts have clocks. */
  readonly headlines: readonly Headline[];
  readonly stream?: StreamId | undefined;
  /** A row and all above it, where those are not the headlines given. */
  readonly above?: (headline: Headline) => Promise<readonly Headline[]>;
  /** What a row says instead of its clock, where no header over it names the day. */
  readonly dated?: (headline: Headline) => ReactNode;
  /** What a row that cannot be opened now says instead of where it comes from; undefined for all others. */
  readonly away?: ((headline: Headline) => ReactNode) | undefined;
};

/** How a list shows a headline, as its reader has chosen. */
export function useRow({ manifest, headlines, stream, above = aboveIn(headlines), dated, away }: RowOptions) {
  const isCompact = useSettings().density === 'compact';
  const { isRead, saved } = useMarks();
  const { own } = useMessages();
  const isTimed = !dated && headlines.some(({ time }) => clockOf(time) !== null);
  return (headline: Headline, titleId: string) => {
    const wasRead = isRead?.(headline);
    const { address, title } = headline;
    const later = away?.(headline);
    return (
      <PostRow
        headline={dated ? { ...headline, time: headline.time.slice(0, 10) } : headline}
        titleId={titleId}
        title={
          <PostLink address={address} stream={stream} description={wasRead ? own.read : undefined}>
            {title}
          </PostLink>
        }
        places={later ? [later] : [dated?.(headline), ...placesOf(headline, manifest)].filter(Boolean)}
        isRead={wasRead}
        isTimed={isTimed}
        isCompact={isCompact}
        isAway={later !== undefined}
        isSaved={!dated && saved.has(address)}
        menu={(className) => <RowMenuButton headline={headline} above={() => above(headline)} className={className} />}
      />
    );
  };
}

function aboveIn(headlines: readonly Headline[]): NonNullable<RowOptions['above']> {
  return async (headline) => headlines.slice(0, headlines.indexOf(headline) + 1);
}

// The spelling of a category without display name says no more than the source does.
function placesOf({ categories = [], source }: Headline, manifest: Manifest): readonly ReactNode[] {
  const names = new Map<string, string>();
  for (const category of categories) {
    const name = sectionName(manifest, slugOf(category)) ?? (source === undefined ? category : source);
    if (name !== source) names.set(slugOf(category), name);
  }
  return [
    source !== undefined && placeLink('source', slugOf(source), source),
    ...[...names].slice(0, 2).map(([slug, name]) => placeLink('category', slug, name)),
  ].filter(Boolean);
}

function placeLink(kind: NamedKind, slug: string, name: string): ReactNode {
  return (
    <Link key={`${kind}/${slug}`} to={streamPath(kind, slug)}>
      {name}
    </Link>
  );
}
