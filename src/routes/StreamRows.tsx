import { useQueries, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { Link } from 'react-router';
import { headQuery, periodQuery, type StreamId } from '#data/queries.ts';
import { knownOf, knownPlace, loadRange, placeQuery } from '#data/streamPlaces.ts';
import { countOfDay, type Frame, type Range, stretchOf } from '#data/streamRows.ts';
import { useSettings } from '#device/settings.ts';
import { awayWords } from '#messages/awayWords.ts';
import { OFFLINE_PATH } from '#shared/paths.ts';
import type { Day, Headline } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { PostList } from '#ui/PostList.tsx';
import { clamp } from '#ui/rowWindow.ts';
import { useRowScroller } from '#ui/useRowScroller.ts';
import { ListBar } from './ListBar.tsx';
import { usePlace } from './place.ts';
import { rowOf, takeOverFocus } from './rows.ts';
import { type StreamListProps, useRow } from './StreamList.tsx';
import css from './StreamList.module.css';
import { useAway } from './useAway.tsx';
import { useKeptPlace } from './useKeptPlace.ts';
import { usePrefetchRows } from './usePrefetchRows.ts';
import { UNTIL_THERE } from './untilThere.ts';
import { goToTop, useRowKeys } from './useRowKeys.ts';
import { rangeAbove, useListMarks } from './useListMarks.ts';
import { useNewPosts } from './useNewPosts.ts';
import { useSaveKey } from './useSaveKey.ts';
import { siteLang } from './useManifest.ts';

/** Rows a list may hold beside those that are visible, so that it stays below 600 nodes. */
const MOST = { comfortable: 32, compact: 48 } as const;

/** Gives the list when nothing on the page is pressed: no tap must fall between the first rows and their successors. */
export async function loadStreamRows(): Promise<typeof StreamRows> {
  if (document.querySelector(':active') === null) return StreamRows;
  await new Promise((resolve) => {
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, resolve, { once: true });
  });
  await new Promise((resolve) => setTimeout(resolve, 50)); // The click follows.
  return StreamRows;
}

/** All headlines of a stream, of which only those around the viewport are there. */
function StreamRows({ stream, label, newest, count, skip = 0, part, manifest, today, after }: StreamListProps) {
  const messages = useMessages();
  const { start, count: size } = part ?? { start: 0, count };
  const bounds = { start: start + skip, end: start + size };
  const place = useStartingPlace(stream, count, bounds);
  const most = MOST[useSettings().density];
  const offset = usePlace()?.row?.offset;
  const { list, scroller, range } = useRowScroller({ bounds, most }, { position: place ?? bounds.start, offset });
  const { years, headlineAt, headlinesIn, countOf, hasFailed, retry } = useHeadlines(stream, count, { range, newest });
  const headlines = Array.from({ length: range.end - range.start }, (_row, index) => headlineAt(range.start + index));
  const shown = headlines.filter((headline) => headline !== undefined);
  const client = useQueryClient();
  const load = (wanted: Range) => loadRange(client, { stream, count }, wanted);
  const above = (headline: Headline) => load(rangeAbove(start, range.start + headlines.indexOf(headline) + 1));
  const row = useRow({ manifest, headlines: newest.length > 0 ? newest : shown, stream, above, away: useAway() });
  useKeptPlace({ list, scroller, headlineAt }, place);
  useRowKeys(scroller, bounds);
  useSaveKey(() => {
    const focused = scroller.anchorOf(rowOf(document.activeElement));
    const headline = focused && headlineAt(focused.position);
    return headline ? { headline } : null;
  });
  usePrefetchRows(scroller, headlineAt);
  const marks = useListMarks({
    stream,
    isDay: part !== undefined,
    bounds: { start, end: bounds.end },
    scroller,
    headlinesIn,
    load,
  });
  const fresh = useNewPosts(stream, { count, newest });
  const { mark } = fresh;
  useLayoutEffect(() => takeOverFocus(list.current), [list]);
  const newestAddress = newest[0]?.address;
  useLayoutEffect(() => {
    if (mark !== undefined && newestAddress !== mark) goToTop(scroller, bounds.start);
  }, [mark, newestAddress, scroller, bounds.start]);

  return (
    <>
      <ListBar
        dates={part || years.length === 0 ? null : { stream, years }}
        scroller={scroller}
        headlineAt={headlineAt}
        start={start}
        count={size}
        today={today}
        marks={marks}
        fresh={fresh}
      />
      <div lang={siteLang(manifest)}>
        <PostList
          element={list}
          label={label}
          headlines={headlines}
          first={range.start - start + 1}
          count={size}
          before={range.start > bounds.start ? headlineAt(range.start - 1) : null}
          today={today}
          row={row}
          countOf={countOf}
          mark={mark}
          blank={hasFailed && !navigator.onLine ? awayWords(messages).rowsAway : undefined}
        />
      </div>
      {hasFailed && (
        <div className={css.failed} role="alert">
          <p>{navigator.onLine ? messages.failedText : awayWords(messages).rowsAway}</p>
          {!navigator.onLine && <Link to={OFFLINE_PATH}>{awayWords(messages).whatIsHere}</Link>}
          <Button onClick={retry}>{messages.tryAgain}</Button>
        </div>
      )}
      {range.end === bounds.end && <p className={css.end}>{messages.endOfList}</p>}
      {after}
    </>
  );
}

/** The position that the address names, null at the top. Suspends until it is found. */
function useStartingPlace(stream: StreamId, count: number, bounds: Range): number | null {
  const place = usePlace();
  const sought = place && { period: place.period, address: place.row?.address };
  const client = useQueryClient();
  const initialData = () => knownPlace(client, stream, count, sought);
  const { data: position } = useSuspenseQuery({ ...placeQuery(stream, count, sought), initialData });
  return position === null ? null : clamp(position, bounds.start, bounds.end - 1);
}

type Wanted = { readonly range: Range; readonly newest: readonly Headline[] };

const NO_YEARS: Frame['years'] = [];

/** The headlines of a range, and the one before, from the files of the periods that they lie in. */
function useHeadlines(stream: StreamId, count: number, { range, newest }: Wanted) {
  const client = useQueryClient();
  const head = useQuery({ ...headQuery(stream.kind, stream.slug), ...UNTIL_THERE });
  const years = head.data?.years ?? NO_YEARS;
  const known = knownOf(client, stream);
  const wanted = { start: Math.max(0, range.start - 1), end: range.end };
  const { headlines, periods } = stretchOf({ years, count }, wanted, known);
  const answers = useQueries({
    queries: periods.map((period) => ({ ...periodQuery(stream, period), ...UNTIL_THERE })),
  });
  const failed = [head, ...answers].filter(({ data, isError }) => isError && data === undefined);
  return {
    years,
    headlineAt: (position: number) => newest[position] ?? headlines[position - wanted.start],
    headlinesIn: (range: Range) =>
      stretchOf({ years, count }, range, known).headlines.map((headline, at) => newest[range.start + at] ?? headline),
    countOf: (day: Day) => countOfDay(day, known),
    // What lies just before the range only tells whether a day begins there.
    hasFailed: failed.length > 0 && headlines.slice(range.start - wanted.start).includes(undefined),
    retry: () => {
      // A period that is gone has become part of another one.
      void client.invalidateQueries({ queryKey: headQuery(stream.kind, stream.slug).queryKey });
      for (const { refetch } of failed) void refetch();
    },
  };
}
