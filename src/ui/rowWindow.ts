// The arithmetic of a list that holds only the rows around the viewport: which rows, and how tall the empty space above
// and below stands in for the others. All pure; useRowWindow.ts does it on a page.

/** Positions from `start` to before `end`. */
export type Range = { readonly start: number; readonly end: number };

/** What a list holds rows of: the positions it has, how many rows there may be at once, and how many beyond the viewport. */
export type Extent = { readonly bounds: Range; readonly most: number; readonly margin?: number };

/** Where a list begins: a row, and where its top is to stand when the reader comes back to it. */
export type Beginning = { readonly position: number; readonly offset?: number | undefined };

/** Rows beyond the viewport, below which more are put there. */
const MARGIN = 6;

// Browsers end a page at 33,554,400 px (Chromium, WebKit) or 17,895,697 px (Firefox); pages are zoomed, too.
const TALLEST_PX = 4_000_000;

/** The rows to hold around those that are visible: as many as `most`, evenly on both sides, within `bounds`. */
export function rangeAround(visible: Range, { bounds, most, margin = MARGIN }: Extent): Range {
  const start = clamp(visible.start, bounds.start, bounds.end);
  const end = clamp(visible.end, start, bounds.end);
  const spare = Math.max(most - (end - start), 2 * margin);
  const above = Math.min(start - bounds.start, Math.max(spare >> 1, spare - (bounds.end - end)));
  const below = Math.min(bounds.end - end, spare - above);
  return { start: start - above, end: end + below };
}

/** The rows that a viewport of a height shows when one of them stands in it as said. */
export function viewAround({ position, offset = 0 }: Beginning, viewPx: number, rowPx: number): Range {
  const start = position - Math.ceil(Math.max(0, offset) / rowPx);
  return { start, end: start + Math.ceil(viewPx / rowPx) };
}

/** Whether the rows held no longer reach far enough beyond the visible ones. */
export function isTooNarrow(held: Range, visible: Range, { bounds, margin = MARGIN }: Omit<Extent, 'most'>): boolean {
  const isShortAbove = visible.start - held.start < margin && held.start > bounds.start;
  const isShortBelow = held.end - visible.end < margin && held.end < bounds.end;
  return isShortAbove || isShortBelow;
}

/** The height that stands for rows which are not there: theirs, unless the whole list would be taller than a page can be. */
export function spaceFor(rows: number, all: number, rowPx: number): number {
  return rows * Math.min(rowPx, TALLEST_PX / Math.max(1, all));
}

/** The position at a height within the space that stands for the rows from `start` to before `end`. */
export function positionAt(px: number, spacePx: number, { start, end }: Range): number {
  const part = spacePx > 0 ? clamp(px / spacePx, 0, 1) : 0;
  return clamp(start + Math.floor(part * (end - start)), start, Math.max(start, end - 1));
}

/** Whether two ranges hold the same positions. */
export function isEqual(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** A value, or the nearest of two borders. */
export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
