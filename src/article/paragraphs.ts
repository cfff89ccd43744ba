// A place in a text outlives other widths, sizes of type and pictures, because it is a paragraph and no number of pixels.
import { fnv1a64 } from '#shared/hash.ts';
import type { TextPlace } from '#shared/textPlace.ts';

const PARAGRAPHS = 'p, li, h2, h3, h4, h5, h6, pre, tr, dt, dd';
const HASHED_CHARACTERS = 200;
/** How far a paragraph may have moved, in paragraphs, when a text was corrected. */
const REACH = 50;
const LONG_SCREENS = 3;
/** Below the top of the window, in pixels: what begins there counts as being read. */
const TOP_PX = 40;

/** Where the reader is in a text. Null when it is short, and at its start and end: there is nothing to come back to. */
export function placeIn(root: HTMLElement): TextPlace | null {
  const { top, bottom, height } = root.getBoundingClientRect();
  if (!isLong(height) || top > 0 || bottom <= window.innerHeight) return null;
  const all = root.querySelectorAll(PARAGRAPHS);
  const index = lastAbove(all);
  const paragraph = all[index];
  return paragraph && index > 0 ? { index, hash: hashOf(paragraph) } : null;
}

/** The paragraph of a place, also when others came or went around it. Null when it is not there, or the text is short. */
export function paragraphAt(root: HTMLElement, { index, hash }: TextPlace): Element | null {
  if (!isLong(root.getBoundingClientRect().height)) return null;
  const all = root.querySelectorAll(PARAGRAPHS);
  for (let distance = 0; distance <= REACH; distance++) {
    for (const paragraph of [all[index - distance], all[index + distance]])
      if (paragraph && hashOf(paragraph) === hash) return paragraph;
  }
  return null;
}

function isLong(height: number): boolean {
  return height > LONG_SCREENS * window.innerHeight;
}

// Tops grow in the order of the text, so a search by halves asks the layout for a few of them only.
function lastAbove(paragraphs: ArrayLike<Element>): number {
  let [low, high] = [0, paragraphs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((paragraphs[middle]?.getBoundingClientRect().top ?? 0) <= TOP_PX) low = middle;
    else high = middle - 1;
  }
  return low;
}

function hashOf(paragraph: Element): string {
  return fnv1a64((paragraph.textContent ?? '').slice(0, HASHED_CHARACTERS)).slice(0, 8);
}
