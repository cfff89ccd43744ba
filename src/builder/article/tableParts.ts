import { type ChildNode, Element, isTag, isText } from 'domhandler';
import { isGone, isUnwrapped } from './nesting.ts';

const SECTION = { parts: ['tr'], missing: { td: 'tr', th: 'tr' } };
/** What alone stands in each, and what a browser puts around parts that stand in it without. */
const KINDS: Readonly<Record<string, { parts: readonly string[]; missing: Readonly<Record<string, string>> }>> = {
  table: {
    parts: ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'],
    missing: { tr: 'tbody', td: 'tbody', th: 'tbody', col: 'colgroup' },
  },
  colgroup: { parts: ['col'], missing: {} },
  thead: SECTION,
  tbody: SECTION,
  tfoot: SECTION,
  tr: { parts: ['td', 'th'], missing: {} },
};

/**
 * A table of nothing but its parts, each where it belongs, and what else stood in it: browsers show that before the
 * table. The nodes themselves stay as they are.
 */
export function sortTable(table: Element): { readonly before: readonly ChildNode[]; readonly sorted: Element } {
  const before: ChildNode[] = [];
  return { sorted: sortPart(table, before), before };
}

function sortPart(part: Element, before: ChildNode[]): Element {
  const kept: ChildNode[] = [];
  for (const child of completed(part)) {
    if (isPartOf(part, child)) kept.push(child.name in KINDS ? sortPart(child, before) : child);
    else if (isText(child) && !/[^\t\n\r ]/.test(child.data)) kept.push(child);
    else before.push(child);
  }
  return new Element(part.name, part.attribs, kept);
}

/** What stands in a part, with the elements around its own parts that were left out. */
function completed(part: Element): readonly ChildNode[] {
  const children: ChildNode[] = [];
  let put: Element | null = null;
  for (const child of unwrapped(part.children)) {
    const name = isTag(child) ? KINDS[part.name]?.missing[child.name] : undefined;
    if (isPartOf(part, child)) put = null;
    else if (name !== undefined && put?.name !== name) children.push((put = new Element(name, {})));
    (put?.children ?? children).push(child);
  }
  return children;
}

function isPartOf({ name }: Element, node: ChildNode): node is Element {
  return isTag(node) && KINDS[name]?.parts.includes(node.name) === true;
}

/** Nodes as they are written: some elements are gone, of others there is only what they hold. */
function unwrapped(nodes: readonly ChildNode[]): readonly ChildNode[] {
  return nodes.flatMap((node) => {
    if (isText(node)) return [node];
    if (!isTag(node) || isGone(node.name)) return [];
    return isUnwrapped(node.name) ? unwrapped(node.children) : [node];
  });
}
