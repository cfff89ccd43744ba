// How HTML nests. A browser that meets an element where none may stand closes others, moves it or passes over it, so
// that its tree is not the one that was written. What the builder writes is read as it was meant.
import { type AnyNode, isTag } from 'domhandler';
import { ALLOWED_TAGS, DROPPED, MATH_TAGS } from '#shared/allowList.ts';

/** Where something is about to be written: directly in which element, and what is open around it, as bits. */
export type Place = { readonly parent: string; readonly open: number };

/** The place of an article's blocks. */
export const TOP: Place = { parent: 'div', open: 0 };

const LINK = 1;
const LIST_ROW = 2;
const TERM = 4;
const RUBY = 8;

const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements that end an open paragraph. */
const BLOCKS = new Set([
  ...HEADINGS,
  ...['blockquote', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'hr', 'li', 'ol', 'p', 'pre'],
  ...['summary', 'table', 'ul'],
]);
/** Elements that an annotation in a ruby ends when it stands directly in them. */
const ENDED_BY_RUBY = new Set(['dd', 'dt', 'li', 'p', 'rp', 'rt']);
const SECTIONS = ['tbody', 'thead', 'tfoot'];
/** Parts of a table, and what alone each may stand in. */
const TABLE_PARTS = new Map<string, readonly string[]>([
  ['caption', ['table']],
  ['colgroup', ['table']],
  ['tbody', ['table']],
  ['thead', ['table']],
  ['tfoot', ['table']],
  ['col', ['colgroup']],
  ['tr', SECTIONS],
  ['td', ['tr']],
  ['th', ['tr']],
]);

const ALLOWED = new Set(ALLOWED_TAGS);
const GONE = new Set(DROPPED);
const MATH = new Set(MATH_TAGS);

/** Whether an element is left out with all it holds. */
export function isGone(name: string): boolean {
  return GONE.has(name);
}

/** Whether of an element, wherever it stands, only what it holds is written. */
export function isUnwrapped(name: string): boolean {
  return !ALLOWED.has(name) || (MATH.has(name) && name !== 'math');
}

/** As what an element is written at a place; null when only what it holds is. */
export function nameAt({ parent, open }: Place, name: string): string | null {
  if (isUnwrapped(name)) return null;
  if (name === 'a') return (open & LINK) === 0 ? name : null;
  if (name === 'li') return (open & LIST_ROW) === 0 ? name : 'div';
  if (name === 'dd' || name === 'dt') return (open & TERM) === 0 ? name : 'div';
  if (HEADINGS.has(name)) return HEADINGS.has(parent) ? 'div' : name;
  if (name === 'rt' || name === 'rp') return (open & RUBY) !== 0 && ENDED_BY_RUBY.has(parent) ? null : name;
  const parents = TABLE_PARTS.get(name);
  return parents === undefined || parents.includes(parent) ? name : null;
}

/** The place inside an element that is written at a place. */
export function placeIn({ open }: Place, name: string): Place {
  return { parent: name, open: openIn(open, name) };
}

function openIn(open: number, name: string): number {
  if (name === 'a') return open | LINK;
  if (name === 'ruby') return open | RUBY;
  if (name === 'li') return (open & ~TERM) | LIST_ROW;
  if (name === 'dd' || name === 'dt') return (open & ~LIST_ROW) | TERM;
  if (TABLE_PARTS.has(name)) return open & LINK;
  // A row is looked for through these, and through what stands in a line; other blocks hide it.
  const isSeenThrough = name === 'div' || name === 'p' || !BLOCKS.has(name);
  return isSeenThrough ? open : open & ~(LIST_ROW | TERM);
}

/** Whether a node is or holds what cannot stand in a paragraph. */
export function holdsBlock(node: AnyNode): boolean {
  if (!isTag(node) || GONE.has(node.name)) return false;
  return BLOCKS.has(node.name) || node.children.some(holdsBlock);
}

/** Whether an element is one of those that formulas are made of. */
export function isMath(name: string): boolean {
  return MATH.has(name);
}
