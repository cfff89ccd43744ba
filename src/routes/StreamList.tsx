import { useMutation, useQueryClient, useSuspenseQueries } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { findNextLeaf, leafQuery, type StreamId } from '#data/queries.ts';
import type { Manifest } from '#shared/archive.ts';
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
  const leaves = useSuspenseQueries({ queries: place.periods.map((period) => leafQuery(stream, period)) });
  const opened = leaves.flatMap(({ data }) => data?.headlines ?? []);
  // A period the stream does not have is nonsense in the address: the list begins at its top.
  const { periods, isFromTop } = opened.length === 0 ? TOP : place;
  const headlines = withoutRepeats([...(isFromTop ? newest : []), ...opened]);
  const list = useRef<HTMLDivElement>(null);
  const older = useOlder(stream, newest.length, { periods, isFromTop });
  // What was asked of another list, or of another place in this one, says nothing here.
  const isAboutHere = older.variables === periods.at(-1);
  const isEnd = (isAboutHere && older.data === null) || headlines.length >= count;
  const isStuck = isAboutHere && older.isError;
  useFocusOnGrowth(list, headlines.length);

  return (
    <div ref={list} lang={siteLang(manifest)}>
      {!isFromTop && (
        <Link to={pathname} className={css.newest} lang={messages.locale}>
          ↑ {messages.newer}
        </Link>
      )}
      <Rows headlines={isFromTop ? headlines.slice(skip) : headlines} manifest={manifest} today={today} />
      <div className={css.end} lang={messages.locale}>
        {isEnd && <p>{messages.endOfList}</p>}
        {!isEnd && (
          <Button onClick={() => older.mutate(periods.at(-1))} disabled={older.isPending}>
            {older.isPending ? messages.olderLoading : messages.older}
          </Button>
        )}
        {isStuck && <p role="alert">{navigator.onLine ? messages.failedText : messages.offlineText}</p>}
      </div>
    </div>
  );
}

/** Finds and loads the next older period, then puts it into the address. */
function useOlder(stream: StreamId, newestCount: number, { periods, isFromTop }: Place) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    // The period it goes on from: the answer holds for that alone, on whatever list it was asked.
    mutationFn: async (_last: string | undefined) => {
      const next = await findNextLeaf(queryClient, stream, { shown: newestCount, periods });
      if (next !== null) await queryClient.ensureQueryData(leafQuery(stream, next));
      return next;
    },
    onSuccess: (next) => {
      if (next === null) return;
      void navigate({ search: `?from=${next}` }, { replace: true, state: { periods: [...periods, next], isFromTop } });
    },
  });
}

/** When a list has grown, the focus goes to the first new row. */
function useFocusOnGrowth(list: React.RefObject<HTMLDivElement | null>, count: number): void {
  const before = useRef(count);
  useLayoutEffect(() => {
    const links = list.current?.querySelectorAll<HTMLElement>('h3 a');
    if (count > before.current) links?.[links.length - (count - before.current)]?.focus({ preventScroll: true });
    before.current = count;
  }, [list, count]);
}

type RowsProps = Pick<Props, 'manifest' | 'today'> & { readonly headlines: readonly Headline[] };

/** Some headlines as rows under their days, each leading to its article. */
export function Rows({ headlines, manifest, today }: RowsProps) {
  return (
    <PostList headlines={headlines} today={today} row={(headline) => <Row headline={headline} manifest={manifest} />} />
  );
}

function Row({ headline, manifest }: { readonly headline: Headline; readonly manifest: Manifest }) {
  const [category] = headline.categories ?? [];
  const spelled = headline.source === undefined ? category : undefined;
  const section = category === undefined ? undefined : (sectionName(manifest, slugOf(category)) ?? spelled);
  const title = <PostLink address={headline.address}>{headline.title}</PostLink>;
  return <PostRow headline={headline} title={title} section={section} />;
}

function withoutRepeats(headlines: readonly Headline[]): readonly Headline[] {
  return [...new Map(headlines.map((headline) => [headline.address, headline])).values()];
}
