import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import type { Step } from './article.ts';
import { removeAll, replaceEach, takeChildren } from './children.ts';
import { hasText, isBlock } from './text.ts';
import { elementsNamed, elementsOf, hasAbove, isBlank, remove } from './tree.ts';

// How Markdown's tables say it; `style` does not survive.
const CELL_ALIGN = /(?:^|;)\s*text-align\s*:\s*(left|center|right)/i;
const ENDS = new Set(['li', 'td', 'div']);
/** Attributes for whose sake a span stays. */
const KEPT = ['id', 'lang', 'dir', 'title'];

/**
 * Evens out how the text was typed: no full-width indent, no line break at the end of a paragraph, no empty paragraph,
 * no span without meaning, `center` as `div`, headings that begin below the page's own, and no blanks between blocks.
 */
export const tidyText: Step = (draft) => {
  lowerHeadings(draft.body);
  replaceEach(elementsOf(draft.body).filter(isBare), takeChildren);
  // From the end: what an element holds is tidy before the element is looked at.
  const nodes = elementsOf(draft.body).toReversed();
  const paragraphs = nodes.filter(({ name }) => name === 'p');
  paragraphs.forEach(dropEdges);
  removeAll(paragraphs.filter(({ children }) => children.every(isBlank)).toReversed());
  nodes.forEach(tidyElement);
  dropBlanksBetweenBlocks(draft.body);
  return draft;
};

/** Whether an element adds nothing to what it holds. */
function isBare(node: Element): boolean {
  if (node.name === 'span') return !KEPT.some((name) => node.attribs[name]);
  return node.name === 'a' && hasAbove(node, 'a');
}

function tidyElement(node: Element): void {
  if (node.name === 'center') node.name = 'div';
  if (node.name === 'td' || node.name === 'th') alignCell(node);
  if (ENDS.has(node.name)) dropEndBreaks(node);
}

function dropEdges(paragraph: Element): void {
  dropEndBreaks(paragraph);
  dropIndent(paragraph);
}

function lowerHeadings(body: Document): void {
  if (elementsNamed(body, 'h1').length === 0) return;
  const headings = elementsOf(body).filter(({ name }) => /^h[1-6]$/.test(name));
  for (const heading of headings) heading.name = `h${Math.min(6, Number(heading.name.charAt(1)) + 1)}`;
}

function alignCell({ attribs }: Element): void {
  const align = CELL_ALIGN.exec(attribs['style'] ?? '')?.[1];
  if (align !== undefined) attribs['align'] = align.toLowerCase();
}

function dropEndBreaks(node: Element): void {
  for (let last = node.lastChild; last && isBlank(last); last = node.lastChild) {
    // Blank text after the last word may part this element from the next one's text; only a break's blanks go.
    if (!isTag(last) && !(last.prev && isTag(last.prev) && last.prev.name === 'br')) return;
    remove(last);
  }
}

function dropIndent(paragraph: Element): void {
  const first = paragraph.firstChild;
  if (first && isText(first)) first.data = first.data.trimStart();
}

// One line or many: the same text gives the same article. In one go, since taking out one by one moves all the others.
function dropBlanksBetweenBlocks(body: Document): void {
  const kept = body.children.filter((node) => !isText(node) || hasText(node) || isBetweenWords(node));
  body.children = kept;
  for (const [index, node] of kept.entries()) {
    node.prev = kept[index - 1] ?? null;
    node.next = kept[index + 1] ?? null;
  }
}

function isBetweenWords({ prev, next }: AnyNode): boolean {
  return prev !== null && next !== null && !isBlock(prev) && !isBlock(next);
}
