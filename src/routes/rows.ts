// What the rows of a list on the page tell, and how one is chosen.

/** The row that an element of the page lies in, or null. */
export function rowOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role="feed"] > article') : null;
}

/** Gives a row the focus, which is its headline's. */
export function focusRow(row: Element): void {
  row.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true });
}
