import { useEffect } from 'react';
import { BAR_PX, type RowScroller } from '#ui/RowScroller.ts';
import { clamp, type Range } from '#ui/rowWindow.ts';
import { focusRow, rowOf } from './rows.ts';
import { isSingleKey } from './singleKeys.ts';

/**
 * The keys of a list: j and k go from row to row, Page Down and Page Up by as many rows as the window shows, Home and End
 * to the newest and the oldest. Those that a page has ways of its own for count only where no other part has the focus.
 */
export function useRowKeys(scroller: RowScroller, { start, end }: Range): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = stepOf(event, scroller);
      if (step === null) return;
      event.preventDefault();
      const position = clamp(step.position, start, end - 1);
      if (position === start) goToTop(scroller, start);
      else scroller.reveal(position, step.offset ?? scroller.nearestOffset(position), focusRow);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [scroller, start, end]);
}

/** Goes to the first row of a list, and shows what stands over the list, too. */
export function goToTop(scroller: RowScroller, start: number): void {
  scroller.reveal(start, BAR_PX, (row) => {
    focusRow(row);
    window.scrollTo(0, 0);
  });
}

/** Where a key leads: a position, which may lie beyond the list, and where its row is to stand if not nearest. */
type Step = { readonly position: number; readonly offset?: number | 'bottom' };

function stepOf(event: KeyboardEvent, scroller: RowScroller): Step | null {
  const current = scroller.anchorOf(rowOf(document.activeElement))?.position;
  if (isSingleKey(event) && (event.key === 'j' || event.key === 'k')) {
    const step = event.key === 'j' ? 1 : -1;
    return { position: current === undefined ? (scroller.topmost()?.position ?? 0) : current + step };
  }
  if (!isOfPage(event)) return null;
  if (event.key === 'Home') return { position: 0, offset: BAR_PX };
  if (event.key === 'End') return { position: Number.MAX_SAFE_INTEGER, offset: 'bottom' };
  if (current === undefined) return null; // The page scrolls by itself.
  const { start, end } = scroller.visible;
  const page = Math.max(1, end - start - 2);
  if (event.key === 'PageDown') return { position: current + page, offset: BAR_PX };
  return event.key === 'PageUp' ? { position: current - page, offset: BAR_PX } : null;
}

/** Whether a key press without modifiers is meant for the page, or for a row. */
function isOfPage({ altKey, ctrlKey, defaultPrevented, metaKey, shiftKey, target }: KeyboardEvent): boolean {
  if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return false;
  return target === document.body || target instanceof HTMLHeadingElement || rowOf(target) !== null;
}
