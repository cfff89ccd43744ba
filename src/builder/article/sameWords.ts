// A digest repeats the opening of its text "almost" word for word; this says where in the text its words end.

import { characterKinds } from './characterKinds.ts';

const MAX_COMPARED = 2_000;

const LETTER = 1;
const CAPITAL = 2;
const MARK = 3;

// What means the same whatever stands beside it; most texts hold nothing else. The rest is 0.
const KINDS = characterKinds([
  [0x20, 0x7e, MARK],
  [0x30, 0x39, LETTER],
  [0x41, 0x5a, CAPITAL],
  [0x61, 0x7a, LETTER],
  [0x2018, 0x201d, MARK],
  [0x3000, 0x3002, MARK],
  [0x3008, 0x3011, MARK],
  [0x4e00, 0x9fa5, LETTER],
  [0xff01, 0xff01, MARK],
  [0xff08, 0xff09, MARK],
  [0xff0c, 0xff0c, MARK],
  [0xff1a, 0xff1b, MARK],
  [0xff1f, 0xff1f, MARK],
]);

/** A text for comparing: letters and digits alone, in one case and width. */
export function folded(text: string): string {
  let words = '';
  let from = 0;
  let hasCapital = false;
  for (let index = 0; index < text.length; index++) {
    const kind = KINDS[text.charCodeAt(index)];
    if (kind === 0) return foldedAny(text);
    if (kind === CAPITAL) hasCapital = true;
    if (kind !== MARK) continue;
    words += text.slice(from, index);
    from = index + 1;
  }
  words += text.slice(from);
  return hasCapital ? words.toLowerCase() : words;
}

/** The same for any text. */
export function foldedAny(text: string): string {
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
