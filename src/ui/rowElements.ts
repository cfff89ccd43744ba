// The rows of a list as they stand on the page.

/** A row and where its top stands, in px below the top of the viewport. */
export type Anchor = { readonly position: number; readonly offset: number };

/** A row that is to come to a place of the viewport: its top in px, or at the bottom. */
export type Reveal = {
  readonly position: number;
  readonly offset: number | 'bottom';
  readonly done: (row: Element) => void;
};

/** Where rows begin and end in the viewport, in px below its top. */
export type Block = { readonly top: number; readonly bottom: number };

/** Where rows that follow one another begin and end; null for none, and without layout. */
export function blockOf(rows: readonly Element[]): Block | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  const [top, bottom] = [first.getBoundingClientRect().top, last.getBoundingClientRect().bottom];
  return bottom > top ? { top, bottom } : null;
}

/** Whether a row's headline has come. */
export function isThere(row: Element): boolean {
  return row.hasAttribute('aria-labelledby');
}
