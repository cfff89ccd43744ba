import { createRequire } from 'node:module';
import { type ChildNode, type Document, isTag, isText, Text } from 'domhandler';
import type { Step } from './article.ts';
import { replaceEach, takeChildren } from './children.ts';
import { element, parseTree } from './tree.ts';

// As kramdown writes it. A single dollar is a price, and stands in no such marks.
const FORMULA = /\\\(([^]{1,2000}?)\\\)|\\\[([^]{1,2000}?)\\\]/g;
const MAX_FORMULAS = 1_000;
const UNREAD = new Set(['code', 'pre', 'kbd', 'samp', 'math']);

/**
 * Sets the TeX in `\(…\)` and `\[…\]` as MathML. What cannot be read stays as it was written, as code. Beyond a
 * thousand formulas, or 2,000 characters in one, they stay text.
 */
export const setMath: Step = (draft) => {
  const left = { count: MAX_FORMULAS };
  replaceEach(textsIn(draft.body), (text) => {
    const parts: ChildNode[] = [];
    let from = 0;
    for (const found of text.data.matchAll(FORMULA)) {
      if (left.count-- <= 0) break;
      const [source, inline, display] = found;
      parts.push(
        new Text(text.data.slice(from, found.index)),
        ...formula(source, inline ?? display ?? '', inline === undefined),
      );
      from = found.index + source.length;
    }
    return from === 0 ? [text] : [...parts, new Text(text.data.slice(from))];
  });
  return draft;
};

function textsIn(root: Document): readonly Text[] {
  const texts: Text[] = [];
  const walk = (nodes: readonly ChildNode[]) => {
    for (const node of nodes) {
      if (isText(node) && (node.data.includes('\\(') || node.data.includes('\\['))) texts.push(node);
      if (isTag(node) && !UNREAD.has(node.name)) walk(node.children);
    }
  };
  walk(root.children);
  return texts;
}

function formula(source: string, tex: string, displayMode: boolean): readonly ChildNode[] {
  const mathMl = mathMlOf(tex, displayMode);
  const parsed = mathMl === null ? null : parseTree(mathMl);
  if (!parsed?.ok) return [element('code', {}, [new Text(source)])];
  const nodes = takeChildren(parsed.body);
  return displayMode ? [element('div', { 'data-b': 'scroll' }, nodes)] : nodes;
}

const load = createRequire(import.meta.url);

// Loaded with the first formula: few archives have any, and it is the largest thing the builder knows.
function mathMlOf(tex: string, displayMode: boolean): string | null {
  try {
    const temml: typeof import('temml').default = load('temml');
    return temml.renderToString(tex, {
      displayMode,
      throwOnError: true,
      trust: false,
      maxExpand: 100,
      maxSize: [50, 50],
    });
  } catch {
    return null; // TeX is a language, and a post may speak it wrongly in any way, even to the end of the stack.
  }
}
