import { type Document, type Element, isTag, isText } from 'domhandler';
import type { Step } from './article.ts';
import { elementsNamed, elementsOf, hasAbove, isBlank, remove, unwrap } from './tree.ts';

// How Markdown's tables say it; `style` does not survive.
const CELL_ALIGN = /(?:^|;)\s*text-align\s*:\s*(left|center|right)/i;

/**
 * Evens out how the text was typed: no full-width indent, no line break at the end of a paragraph, no empty paragraph,
 * `center` as `div`, none of the marks that only the builder sets, and headings that begin below the page's own.
 */
export const tidyText: Step = (draft) => {
  for (const { attribs } of elementsOf(draft.body)) delete attribs['data-b'];
  for (const node of elementsNamed(draft.body, 'center')) node.name = 'div';
  lowerHeadings(draft.body);
  for (const node of elementsNamed(draft.body, 'p', 'li', 'td', 'div')) dropEndBreaks(node);
  for (const { attribs } of elementsNamed(draft.body, 'td', 'th')) {
    const align = CELL_ALIGN.exec(attribs['style'] ?? '')?.[1];
    if (align !== undefined) attribs['align'] = align.toLowerCase();
  }
  for (const node of elementsNamed(draft.body, 'p').toReversed()) {
    dropIndent(node);
    if (node.children.every(isBlank)) remove(node);
  }
  for (const node of elementsNamed(draft.body, 'a')) if (hasAbove(node, 'a')) unwrap(node);
  return draft;
};

function lowerHeadings(body: Document): void {
  const headings = elementsOf(body).filter(({ name }) => /^h[1-6]$/.test(name));
  if (!headings.some(({ name }) => name === 'h1')) return;
  for (const heading of headings) heading.name = `h${Math.min(6, Number(heading.name.charAt(1)) + 1)}`;
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
  if (first && isText(first)) first.data = first.data.replace(/^[\s\u3000]+/, '');
}
