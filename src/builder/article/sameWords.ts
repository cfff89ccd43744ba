// A digest repeats the opening of its text "almost" word for word; this says where in the text its words end.

const MAX_COMPARED = 2_000;

/** A text for comparing: letters and digits alone, in one case and width. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Where a beginning of `text` ends that differs from `opening` in one character of twenty at most; null when there is
 * none, or the opening is longer than 2,000 characters. Both are folded. The work is the opening's length times the
 * twentieth of it.
 */
export function nearEnd(opening: string, text: string): number | null {
  const slack = Math.floor(opening.length / 20);
  if (slack === 0 || opening.length > MAX_COMPARED) return null;
  // Edit distance in a band: row[d] is the distance of the characters so far from the text up to `index + d - slack`.
  let row = Array.from({ length: 2 * slack + 1 }, (_cell, d) => (d < slack ? Number.POSITIVE_INFINITY : d - slack));
  for (let index = 0; index < opening.length; index++) row = nextRow(row, index, opening, text);
  const least = Math.min(...row);
  return least <= slack ? opening.length + row.indexOf(least) - slack : null;
}

function nextRow(row: readonly number[], index: number, opening: string, text: string): number[] {
  const slack = (row.length - 1) / 2;
  const next: number[] = [];
  for (let d = 0; d < row.length; d++) {
    const at = index + d - slack;
    const isSame = at >= 0 && opening.charAt(index) === text.charAt(at);
    const replaced = at < 0 ? Number.POSITIVE_INFINITY : (row[d] ?? 0) + (isSame ? 0 : 1);
    const dropped = (row[d + 1] ?? Number.POSITIVE_INFINITY) + 1;
    const added = at < 0 ? Number.POSITIVE_INFINITY : (next[d - 1] ?? Number.POSITIVE_INFINITY) + 1;
    next.push(at >= text.length ? Number.POSITIVE_INFINITY : Math.min(replaced, dropped, added));
  }
  return next;
}
