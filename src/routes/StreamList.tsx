import { useSuspenseQueries } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { joinsNewest } from '#data/leaves.ts';
import { leafQuery, type StreamId } from '#data/queries.ts';
import type { Leaf, Manifest } from '#shared/archive.ts';
import { slugOf } from '#shared/paths.ts';
import type { Day, Headline } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { PostList } from '#ui/PostList.tsx';
import { PostRow } from '#ui/PostRow.tsx';
import { type Place, TOP, usePlace } from './place.ts';
import { PostLink } from './PostLink.tsx';
import css from './StreamList.module.css';
import { sectionName, siteLang } from './useManifest.ts';
import { useOlder } from './useOlder.ts';

type Props = {
  readonly stream: StreamId;
  /** The newest headlines, which are there already. */
  readonly newest: readonly Headline[];
  readonly count: number;
  readonly manifest: Manifest;
  readonly today: Day;
  /** How many of the newest stand elsewhere on the screen. */
  readonly skip?: number;
};

/** A stream's headlines from the newest, or from the period in the address, and a way to older ones. */
export function StreamList({ stream, newest, count, manifest, today, skip = 0 }: Props) {
  const messages = useMessages();
  const { pathname } = useLocation();
  const place = usePlace();
  const answers = useSuspenseQueries({ queries: place.periods.map((period) => leafQuery(stream, period)) });
  const leaves = answers.flatMap(({ data }) => data ?? []);
  const { periods, isFromTop } = shownPlace(place, newest, leaves);
  const opened = leaves.flatMap(({ headlines }) => headlines);
  const headlines = withoutRepeats([...(isFromTop ? newest : []), ...opened]);
  const list = useRef<HTMLDivElement>(null);
  const older = useOlder(stream, newest, { periods, isFromTop });
  const isEnd = older.isEnd || headlines.length >= count;
  useFocusOnGrowth(list, { periods: periods.length, headlines: headlines.length });

  return (
    <div ref={list} lang={siteLang(manifest)}>
      {!isFromTop && (
        <Link to={pathname} className={css.newest} lang={messages.locale}>
          ↑ {messages.newer}
        </Link>
      )}
      <Rows
        stream={stream}
        headlines={isFromTop ? headlines.slice(skip) : headlines}
        manifest={manifest}
        today={today}
      />
      <div className={css.end} lang={messages.locale}>
        {isEnd && <p>{messages.endOfList}</p>}
        {!isEnd && (
          <Button onClick={older.load} isBusy={older.isLoading}>
            {older.isLoading ? messages.olderLoading : messages.older}
          </Button>
        )}
        {older.hasFailed && <p role="alert">{navigator.onLine ? messages.failedText : messages.offlineText}</p>}
      </div>
    </div>
  );
}

/**
 * Where the list begins and what it holds. A period that the stream does not have is nonsense in the address: then the
 * list begins at its top. One that was begun there begins at its first period when, with more new posts than the newest
 * shows, the two no longer join.
 */
function shownPlace(place: Place, newest: readonly Headline[], leaves: readonly Leaf[]): Place {
  const [first] = leaves;
  if (!first || leaves.every(({ headlines }) => headlines.length === 0)) return TOP;
  return place.isFromTop && !joinsNewest(newest, first) ? { ...place, isFromTop: false } : place;
}

type Size = { readonly periods: number; readonly headlines: number };

/** When the reader has made a list longer, the focus goes to the first new row. */
function useFocusOnGrowth(list: React.RefObject<HTMLDivElement | null>, { periods, headlines }: Size): void {
  const before = useRef({ periods, headlines });
  useLayoutEffect(() => {
    const links = list.current?.querySelectorAll<HTMLElement>('h3 a');
    const added = headlines - before.current.headlines;
    if (periods > before.current.periods && added > 0) links?.[links.length - added]?.focus({ preventScroll: true });
    before.current = { periods, headlines };
  }, [list, periods, headlines]);
}

type RowsProps = Pick<Props, 'manifest' | 'today'> & {
  readonly headlines: readonly Headline[];
  /** The stream that an article opened from here goes on in. */
  readonly stream?: StreamId;
};

/** Some headlines as rows under their days, each leading to its article. */
export function Rows({ headlines, today, ...list }: RowsProps) {
  const row = (headline: Headline, isTimed: boolean) => <Row headline={headline} isTimed={isTimed} {...list} />;
  return <PostList headlines={headlines} today={today} row={row} />;
}

type RowProps = Pick<RowsProps, 'manifest' | 'stream'> & { readonly headline: Headline; readonly isTimed: boolean };

function Row({ headline, isTimed, manifest, stream }: RowProps) {
  const { address, categories = [], source, title } = headline;
  // The spelling of a category without display name says no more than the source does.
  const sections = categories.flatMap((name) => {
    return sectionName(manifest, slugOf(name)) ?? (source === undefined ? name : []);
  });
  const link = (
    <PostLink address={address} stream={stream}>
      {title}
    </PostLink>
  );
  return <PostRow headline={headline} title={link} sections={[...new Set(sections)].slice(0, 2)} isTimed={isTimed} />;
}

function withoutRepeats(headlines: readonly Headline[]): readonly Headline[] {
  return [...new Map(headlines.map((headline) => [headline.address, headline])).values()];
}
