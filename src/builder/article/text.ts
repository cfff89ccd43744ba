import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import type { Step } from './article.ts';
import { evenBlanks } from './tree.ts';

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'br', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset'],
  ...[
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'li',
    'main',
    'nav',
    'ol',
    'p',
    'pre',
  ],
  ...['section', 'summary', 'table', 'td', 'th', 'tr', 'ul'],
]);

/** Gives the draft its text: the digest, the body without disclaimers, the captions without pictures. */
export const takeText: Step = (draft) => {
  const captions = (draft.captions ?? []).map(({ text }) => text);
  const parts = [draft.digest ?? '', plainText(draft.body), ...captions];
  return { ...draft, text: parts.filter((part) => part !== '').join('\n') };
};

/** The words below a node: tags removed, blanks as one, each block and line on a line of its own. No disclaimers. */
export function plainText(root: Document | Element): string {
  const page: Page = { lines: [], line: '' };
  collect(root.children, page);
  endLine(page);
  return page.lines.join('\n');
}

/** Whole lines, and what is there of the next. */
type Page = { readonly lines: string[]; line: string };

function endLine(page: Page): void {
  const line = page.line.trim();
  if (line !== '') page.lines.push(line);
  page.line = '';
}

/** The same on one line. */
export function lineOf(root: Document | Element): string {
  return plainText(root).replaceAll('\n', ' ');
}

/** Whether an element begins a line of its own. */
export function isBlock(node: AnyNode | null): node is Element {
  return node !== null && isTag(node) && BLOCKS.has(node.name);
}

/** Whether there is a word, or a mark, anywhere below a node. */
export function hasText(node: AnyNode): boolean {
  if (isText(node)) return /[^\s\u3000]/.test(node.data);
  return isTag(node) && node.children.some(hasText);
}

/** Adds the words of nodes to the last line, and lines of their own. */
function collect(nodes: readonly AnyNode[], page: Page): void {
  for (const node of nodes) {
    if (isText(node)) page.line += evenBlanks(node.data);
    if (!isTag(node) || node.attribs['data-b'] === 'disclaimer') continue;
    const isLine = isBlock(node);
    if (isLine) endLine(page);
    collect(node.children, page);
    if (isLine) endLine(page);
  }
}
