import { type Element, isTag } from 'domhandler';
import type { Step } from './article.ts';
import { replaceEach } from './children.ts';
import { element, elementsOf, elementsNamed, hasAbove } from './tree.ts';

/** Marks the block around every table that stands in no other, so that a wide one can scroll in place. */
export const wrapTables: Step = (draft) => {
  const tables = elementsNamed(draft.body, 'table').filter((table) => !hasAbove(table, 'table'));
  for (const table of tables) {
    const holder = holderOf(table);
    if (holder) holder.attribs['data-b'] = 'scroll';
  }
  const bare = tables.filter((table) => holderOf(table) === null);
  replaceEach(bare, (table) => [element('div', { 'data-b': 'scroll' }, [table])]);
  return draft;
};

/** The block that holds a table and nothing else. */
function holderOf({ parent }: Element): Element | null {
  return parent && isTag(parent) && parent.name === 'div' && parent.children.length === 1 ? parent : null;
}

/** Marks the block of footnotes that Markdown programs close a text with. */
export const markFootnotes: Step = (draft) => {
  for (const node of elementsOf(draft.body)) {
    const isNotes =
      node.attribs['role'] === 'doc-endnotes' || /(?:^|\s)footnotes(?:\s|$)/.test(node.attribs['class'] ?? '');
    if (!isNotes || !['div', 'section', 'aside'].includes(node.name)) continue;
    node.name = 'div';
    node.attribs['data-b'] = 'footnotes';
  }
  return draft;
};
