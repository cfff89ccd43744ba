import { useEffect, useEffectEvent } from 'react';
import type { StreamId } from '#data/queries.ts';
import type { Range } from '#data/streamRows.ts';
import { presentMarks } from '#device/marks.ts';
import { dayScope, scopeOf } from '#device/readRules.ts';
import { NEWEST_COUNT } from '#shared/archive.ts';
import { type Address, dayOf, type Headline } from '#shared/post.ts';
import type { RowScroller } from '#ui/RowScroller.ts';
import { markRows, offerUndo } from './marked.ts';
import { rowOf } from './rows.ts';
import { isSingleKey } from './singleKeys.ts';

/** Of the rows above, how many are marked at once: as many as somebody may have scrolled past. */
const MOST_ABOVE = 2000;

type List = {
  readonly stream: StreamId;
  /** Whether it lists one day of the stream. */
  readonly isDay: boolean;
  readonly bounds: Range;
  readonly scroller: RowScroller;
  /** The headlines of a range, undefined where they have not come. */
  readonly headlinesIn: (range: Range) => readonly (Headline | undefined)[];
};

/** What of a list can be marked as read. */
export type ListMarks = {
  /** The headlines above the topmost row in sight that have come, and do not count as read yet. */
  readonly findAbove: () => readonly Headline[];
  readonly markAbove: () => void;
  readonly markAll: () => void;
};

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

function listMarks({ stream, isDay, bounds, scroller, headlinesIn }: List): ListMarks {
  const findAbove = () => {
    const end = scroller.topmost()?.position ?? bounds.start;
    const above = headlinesIn({ start: Math.max(bounds.start, end - MOST_ABOVE), end });
    return above.filter((headline) => headline !== undefined).filter((headline) => !isRead(headline));
  };
  return {
    findAbove,
    markAbove: () => void markRows(addressesOf(findAbove()), true),
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
  const { markAllRead } = await import('#device/readMarks.ts');
  offerUndo({ as: 'all', count: newest.length, undo: await markAllRead(scope, newest) });
}

function isRead(headline: Headline): boolean {
  return presentMarks().isRead?.(headline) ?? false;
}

function addressesOf(headlines: readonly Headline[]): readonly Address[] {
  return headlines.map(({ address }) => address);
}
