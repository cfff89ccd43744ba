import { textFragment } from './textFragment.ts';

/** A passage that a reader selected, and the end of an address that leads to it. */
export type Quote = { readonly text: string; readonly fragment: string };

const BLOCKS = 'p, li, dt, dd, td, th, pre, blockquote, figcaption, summary, h1, h2, h3, h4, h5, h6';
const LINE_END = '\u2029';

/** Whether some of the article's text is selected. */
export function hasSelection(): boolean {
  return selectedRange() !== null;
}

/** What is selected of the article's text, or null. A selection that reaches beyond the text is cut to it. */
export function selectedQuote(): Quote | null {
  const selected = selectedRange();
  if (selected === null) return null;
  const { body, range } = selected;
  const lines = linesOf(range)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return null;
  const before = document.createRange();
  before.setStart(blockAround(range.startContainer, body), 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.selectNodeContents(blockAround(range.endContainer, body));
  after.setStart(range.endContainer, range.endOffset);
  const fragment = textFragment({
    lines,
    before: linesOf(before).at(-1) ?? '',
    after: linesOf(after)[0] ?? '',
    isRepeated: (text) => isRepeatedIn(collapse(body.textContent), text),
  });
  return { text: lines.join('\n'), fragment };
}

function selectedRange(): { readonly body: Element; readonly range: Range } | null {
  const body = document.querySelector('.article-body');
  const selection = document.getSelection();
  if (!body || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(body)) return null;
  if (!body.contains(range.startContainer)) range.setStart(body, 0);
  if (!body.contains(range.endContainer)) range.setEnd(body, body.childNodes.length);
  return range.collapsed ? null : { body, range };
}

/** The text of a range as lines: one a block, and one more at each forced break. */
function linesOf(range: Range): readonly string[] {
  const content = range.cloneContents();
  for (const line of content.querySelectorAll('br')) line.replaceWith(LINE_END);
  for (const block of content.querySelectorAll(BLOCKS)) block.append(LINE_END);
  return collapse(content.textContent ?? '').split(LINE_END);
}

function collapse(text: string): string {
  return text.replace(/[^\S\u2029]+/g, ' ');
}

function isRepeatedIn(whole: string, text: string): boolean {
  return whole.indexOf(text) !== whole.lastIndexOf(text);
}

function blockAround(node: Node, body: Element): Element {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(`${BLOCKS}, .article-body`) ?? body;
}
