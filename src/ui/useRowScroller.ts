import { type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { afterPaint } from './afterPaint.ts';
import { RowScroller } from './RowScroller.ts';
import type { Beginning, Extent, Range } from './rowWindow.ts';

/** A list that holds only rows around the viewport: for its element, and what decides which rows. */
export type RowWindow = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly scroller: RowScroller;
  /** The rows to render. */
  readonly range: Range;
};

/** Makes a list hold only rows around the viewport, at first those of its beginning. The extent may change. */
export function useRowScroller({ bounds, most }: Extent, beginning: Beginning): RowWindow {
  const list = useRef<HTMLDivElement>(null);
  const [scroller] = useState(() => new RowScroller({ bounds, most }, beginning));
  const range = useSyncExternalStore(scroller.subscribe, scroller.getRange);
  useLayoutEffect(() => (list.current ? scroller.attach(list.current) : undefined), [scroller]);
  useLayoutEffect(
    () => scroller.resize({ bounds: { start: bounds.start, end: bounds.end }, most }),
    [scroller, bounds.start, bounds.end, most],
  );
  // After every render: any of them may have changed the height of a row.
  useLayoutEffect(() => scroller.putUp(range));
  useEffect(() => afterPaint(() => scroller.open()), [scroller]);
  return { list, scroller, range };
}
