// Finding a place in a stream: loads just the periods on the way to it.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Period } from '#shared/archive.ts';
import { type Address, type Day, dayOf, type Headline } from '#shared/post.ts';
import { orUnreached } from './errors.ts';
import { ALL, headQuery, periodQuery, type StreamId } from './queries.ts';
import { type Frame, type Known, type Range, type Span, spanOf, type Stretch, stretchOf } from './streamRows.ts';

/** A place as an address and its entry in the history name it. */
export type Sought = {
  /** A year, month, day or hour. */
  readonly period: string;
  /** The article whose row it is, when known. */
  readonly address?: Address | undefined;
};

/**
 * The position of a place: that of the article's row, or where its period begins. Null where the stream has nothing
 * as old as that, and where none is sought.
 */
export const placeQuery = (stream: StreamId, count: number, sought: Sought | null) =>
  queryOptions({
    queryKey: ['place', stream.kind, stream.slug, count, sought],
    queryFn: async ({ client }): Promise<number | null> => {
      if (sought === null) return null;
      const search = await searchIn(client, stream, count);
      for (;;) {
        const found = positionOf(search, sought);
        if (found === null || typeof found === 'number') return found;
        await Promise.all(found.missing.map((period) => client.ensureQueryData(periodQuery(stream, period))));
      }
    },
    retry: false, // The queries it asks retry by themselves.
  });

/** The same as far as it is known without asking; else undefined. Who comes back waits for nothing then. */
export function knownPlace(client: QueryClient, stream: StreamId, count: number, sought: Sought | null) {
  if (sought === null) return null;
  const head = client.getQueryData(headQuery(stream.kind, stream.slug).queryKey);
  const found = head && positionOf({ client, stream, frame: { years: head.years, count } }, sought);
  return found === null || typeof found === 'number' ? found : undefined;
}

type Missing = { readonly missing: readonly string[] };

function positionOf({ client, stream, frame }: Search, { period, address }: Sought): number | null | Missing {
  const known = knownOf(client, stream);
  const spans = [period, period.slice(0, 'YYYY-MM-DD'.length)].map((key) => spanOf(frame, key, known));
  const [span] = spans;
  if (span === undefined || 'missing' in span) return { missing: span ? [span.missing] : [] };
  // The clock that a row shows need not be the one that orders it: it may stand elsewhere on its day.
  for (const around of address === undefined ? [] : spans) {
    if ('missing' in around) return { missing: [around.missing] };
    const { headlines, periods } = stretchOf(frame, { start: around.start, end: around.start + around.count }, known);
    const index = headlines.findIndex((headline) => headline?.address === address);
    if (index >= 0) return around.start + index;
    const missing = periods.filter((key) => known(key) === undefined);
    if (missing.length > 0) return { missing };
  }
  return span.start < frame.count ? span.start : null;
}

/** Where a day lies among all posts, and the days with posts beside it. */
export type DayPlace = Span & {
  readonly newer: Day | null;
  readonly older: Day | null;
  /** Its newest headlines, when they are there before the stream's. */
  readonly newest?: readonly Headline[];
};

/** The place of a day among all posts. */
export const dayQuery = (count: number, day: Day) =>
  queryOptions({
    queryKey: ['day', count, day],
    queryFn: async ({ client }): Promise<DayPlace> => {
      const search = await searchIn(client, ALL, count);
      const span = await loadSpan(search, day);
      const [newer, older] = await Promise.all([
        // A day may be here without a network, and what lies beside it not.
        orUnreached(loadRow(search, span.start - 1)),
        orUnreached(loadRow(search, span.start + span.count)),
      ]);
      return { ...span, newer: newer ? dayOf(newer) : null, older: older ? dayOf(older) : null };
    },
    retry: false,
  });

/** The headlines in a range of a stream of that many. Rejects when one does not come. */
export async function loadRange(
  client: QueryClient,
  { stream, count }: { readonly stream: StreamId; readonly count: number },
  range: Range,
): Promise<readonly Headline[]> {
  const headlines = await loadHeadlines(await searchIn(client, stream, count), range);
  return headlines.filter((headline) => headline !== undefined);
}

/** What is known of a stream's periods, without asking for more. */
export function knownOf(client: QueryClient, stream: StreamId): Known {
  return (period) => client.getQueryData<Period>(periodQuery(stream, period).queryKey);
}

type Search = { readonly client: QueryClient; readonly stream: StreamId; readonly frame: Frame };

async function searchIn(client: QueryClient, stream: StreamId, count: number): Promise<Search> {
  const { years } = await client.ensureQueryData(headQuery(stream.kind, stream.slug));
  return { client, stream, frame: { years, count } };
}

async function loadSpan({ client, stream, frame }: Search, period: string): Promise<Span> {
  const known = knownOf(client, stream);
  let span = spanOf(frame, period, known);
  while ('missing' in span) {
    await client.ensureQueryData(periodQuery(stream, span.missing));
    span = spanOf(frame, period, known);
  }
  return span;
}

async function loadRow(search: Search, position: number): Promise<Headline | undefined> {
  if (position < 0 || position >= search.frame.count) return undefined;
  return (await loadHeadlines(search, { start: position, end: position + 1 }))[0];
}

async function loadHeadlines({ client, stream, frame }: Search, range: Range): Promise<Stretch['headlines']> {
  const known = knownOf(client, stream);
  for (;;) {
    const { headlines, periods } = stretchOf(frame, range, known);
    const missing = periods.filter((period) => known(period) === undefined);
    if (missing.length === 0) return headlines;
    await Promise.all(missing.map((period) => client.ensureQueryData(periodQuery(stream, period))));
  }
}
