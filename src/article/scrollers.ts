const SCROLLERS = '[data-b="scroll"], pre, table, math[display="block"]';

/** What the regions are called that scroll by themselves. */
export type ScrollerNames = { readonly table: string; readonly code: string };

/**
 * Lets the keyboard reach whatever is wider than the text and scrolls in its place, for as long as it is, under a name.
 * Gives a function that watches what lies in an element, and one that stops it all.
 */
export function watchScrollers(names: ScrollerNames): {
  readonly watch: (part: ParentNode) => void;
  readonly stop: () => void;
} {
  const observer = new ResizeObserver((changes) => {
    for (const { target } of changes) if (target instanceof HTMLElement) mark(target, names);
  });
  return {
    watch: (part) => {
      for (const scroller of part.querySelectorAll(SCROLLERS)) observer.observe(scroller);
    },
    stop: () => observer.disconnect(),
  };
}

function mark(scroller: HTMLElement, { table, code }: ScrollerNames): void {
  if (scroller.scrollWidth <= scroller.clientWidth) {
    for (const name of ['tabindex', 'role', 'aria-label']) scroller.removeAttribute(name);
    return;
  }
  scroller.tabIndex = 0;
  // A region's role would take the place of their own, so that their cells would be read as mere text.
  if (scroller.localName === 'table' || scroller.localName === 'math') return;
  scroller.setAttribute('role', 'region');
  const caption = scroller.querySelector('caption')?.textContent?.trim();
  scroller.setAttribute('aria-label', caption || (scroller.localName === 'pre' ? code : table));
}
