import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Extent, RowScroller } from './RowScroller.ts';
import type { Range } from './rowWindow.ts';

/** A list that holds only rows around the viewport: for its element, and what decides which rows. */
export type RowWindow = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly scroller: RowScroller;
  /** The rows to render. */
  readonly range: Range;
};

/** Makes a list hold only rows around the viewport, at first those from a position on. Both arguments may change. */
export function useRowScroller({ bounds, most }: Extent, position: number): RowWindow {
  const list = useRef<HTMLDivElement>(null);
  const [scroller] = useState(() => new RowScroller({ bounds, most }, position));
  const range = useSyncExternalStore(scroller.subscribe, scroller.getRange);
  useLayoutEffect(() => (list.current ? scroller.attach(list.current) : undefined), [scroller]);
  useLayoutEffect(
    () => scroller.resize({ bounds: { start: bounds.start, end: bounds.end }, most }),
    [scroller, bounds.start, bounds.end, most],
  );
  // After every render: any of them may have changed the height of a row.
  useLayoutEffect(() => scroller.putUp(range));
  return { list, scroller, range };
}
