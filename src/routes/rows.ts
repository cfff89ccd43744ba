// What the rows of a list on the page tell, and how one is chosen.

/** The row that an element of the page lies in, or null. */
export function rowOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role="feed"] > article') : null;
}

/** Gives a row the focus, which is its headline's. */
export function focusRow(row: Element): void {
  row.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true });
}

let handedOver: string | null = null;

/** Notes which row has the focus, before its list gives way to another that holds the same rows. */
export function handOverFocus(): void {
  handedOver = rowOf(document.activeElement)?.getAttribute('aria-posinset') ?? null;
}

/** Gives the focus to the row that had it in the list before. */
export function takeOverFocus(list: Element | null): void {
  const row = handedOver === null ? null : list?.querySelector(`[aria-posinset="${handedOver}"]`);
  handedOver = null;
  if (row) focusRow(row);
}
