import { useEffect, useEffectEvent } from 'react';
import type { StreamId } from '#data/queries.ts';
import type { Range } from '#data/streamRows.ts';
import { presentMarks } from '#device/marks.ts';
import { markAllRead } from '#device/readMarks.ts';
import { dayScope, scopeOf } from '#device/readRules.ts';
import { NEWEST_COUNT } from '#shared/archive.ts';
import { dayOf, type Headline } from '#shared/post.ts';
import type { RowScroller } from '#ui/RowScroller.ts';
import { markRows, offerUndo } from './marked.ts';
import { rowOf } from './rows.ts';
import { isSingleKey } from './singleKeys.ts';

/** How many rows are marked together: more would have to be loaded only to be told of. */
const MOST_ABOVE = 5000;

type List = {
  readonly stream: StreamId;
  /** Whether it lists one day of the stream. */
  readonly isDay: boolean;
  readonly bounds: Range;
  readonly scroller: RowScroller;
  /** The headlines of a range, undefined where they have not come. */
  readonly headlinesIn: (range: Range) => readonly (Headline | undefined)[];
  /** All of them. Rejects when one does not come. */
  readonly load: (range: Range) => Promise<readonly Headline[]>;
};

/** What of a list can be marked as read. */
export type ListMarks = {
  /** How many headlines lie above the topmost row in sight, as many as are marked together. */
  readonly countAbove: () => number;
  /** All of these. Rejects when one does not come. */
  readonly loadAbove: () => Promise<readonly Headline[]>;
  readonly markAll: () => void;
};

/** The rows of a list that lie above a position, as many as are marked together. */
export function rangeAbove(start: number, end: number): Range {
  return { start: Math.max(start, end - MOST_ABOVE), end };
}

/** Marks rows of a list as read: m the row with the focus, or takes its mark away; Shift+A all there are. */
export function useListMarks(list: List): ListMarks {
  const marks = listMarks(list);
  const press = useEffectEvent((event: KeyboardEvent) => {
    // A key that is held would mark and unmark in turn.
    if (event.repeat || !isSingleKey(event)) return;
    if (event.key === 'm') markFocused(list);
    else if (event.shiftKey && event.key === 'A') marks.markAll();
  });
  useEffect(() => {
    const answer = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', answer);
    return () => document.removeEventListener('keydown', answer);
  }, []);
  return marks;
}

function listMarks({ stream, isDay, bounds, scroller, headlinesIn, load }: List): ListMarks {
  const above = () => rangeAbove(bounds.start, scroller.topmost()?.position ?? bounds.start);
  return {
    countAbove: () => {
      const { start, end } = above();
      return end - start;
    },
    loadAbove: () => load(above()),
    markAll: () => {
      const end = Math.min(bounds.end, bounds.start + NEWEST_COUNT);
      const newest = headlinesIn({ start: bounds.start, end }).filter((headline) => headline !== undefined);
      const [first] = newest;
      if (first) void markAll(isDay ? dayScope(dayOf(first)) : scopeOf(stream.kind, stream.slug), newest);
    },
  };
}

function markFocused({ scroller, headlinesIn }: List): void {
  const position = scroller.anchorOf(rowOf(document.activeElement))?.position;
  if (position === undefined) return;
  const [headline] = headlinesIn({ start: position, end: position + 1 });
  if (headline) void markRows([headline.address], !isRead(headline));
}

async function markAll(scope: string, newest: readonly Headline[]): Promise<void> {
  offerUndo({ as: 'all', count: newest.length, undo: await markAllRead(scope, newest) });
}

function isRead(headline: Headline): boolean {
  return presentMarks().isRead?.(headline) ?? false;
}
