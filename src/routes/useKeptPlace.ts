import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { periodAt } from '#data/streamRows.ts';
import type { Headline } from '#shared/post.ts';
import type { Anchor } from '#ui/rowElements.ts';
import { BAR_PX, type RowScroller } from '#ui/RowScroller.ts';
import { keepPlace, usePlace } from './place.ts';
import { focusRow, rowOf } from './rows.ts';

/** A list on the page. */
export type List = {
  readonly list: RefObject<HTMLElement | null>;
  readonly scroller: RowScroller;
  readonly headlineAt: (position: number) => Headline | undefined;
};

/**
 * Brings a list to the place that its address and its entry in the history name, which is at `position`, and keeps the
 * place there as the reader goes on: the row that was opened or has the focus, else the topmost one.
 */
export function useKeptPlace({ list, scroller, headlineAt }: List, position: number | null): void {
  const { key } = useLocation();
  const row = usePlace()?.row;

  const arrive = useEffectEvent(() => {
    if (position === null) scroller.begin();
    else scroller.reveal(position, row?.offset ?? BAR_PX, row && focusRow);
  });
  const arrived = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (arrived.current !== key) arrive();
    arrived.current = key;
  }, [key]);

  const keep = useEffectEvent((anchor: Anchor | null) => {
    const headline = anchor && headlineAt(anchor.position);
    const found = headline && { period: periodAt(headline), row: { address: headline.address, offset: anchor.offset } };
    keepPlace(found ?? null, key);
  });
  const keepSeen = useEffectEvent(() => {
    const focused = scroller.anchorOf(rowOf(document.activeElement));
    const isSeen = focused !== null && focused.offset >= 0 && focused.offset < innerHeight;
    if (isSeen) keep(focused);
    else keep(scroller.isAtTop() ? null : scroller.topmost());
  });
  useEffect(() => {
    const element = list.current;
    const keepOpened = ({ target }: Event) => keep(scroller.anchorOf(rowOf(target)));
    const leave = () => keepSeen();
    const stop = scroller.onSettled(leave);
    element?.addEventListener('click', keepOpened, { capture: true });
    window.addEventListener('pagehide', leave);
    return () => {
      stop();
      element?.removeEventListener('click', keepOpened, { capture: true });
      window.removeEventListener('pagehide', leave);
    };
  }, [list, scroller]);
}
