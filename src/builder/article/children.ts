// Changes many children of a node at once. One by one, each change would move all siblings behind it.
import type { ChildNode, ParentNode } from 'domhandler';
import { DomUtils } from 'htmlparser2';

/** Takes all children out of a node. They stand alone afterwards. */
export function takeChildren(node: ParentNode): ChildNode[] {
  const taken = node.children;
  node.children = [];
  for (const child of taken) child.parent = child.prev = child.next = null;
  return taken;
}

/** Makes nodes the children of one, in the place of those it had. They must stand alone. */
export function setChildren(parent: ParentNode, children: ChildNode[]): void {
  parent.children = children;
  let before: ChildNode | null = null;
  for (const child of children) {
    child.parent = parent;
    child.prev = before;
    child.next = null;
    if (before) before.next = child;
    before = child;
  }
}

/**
 * Puts other nodes in the place of each of these, which come in document order. `by` is told a node that stands alone,
 * inner ones before outer ones, and returns what stands there from now on: the node, one around it, its children,
 * nothing.
 */
export function replaceEach<N extends ChildNode>(nodes: readonly N[], by: (node: N) => readonly ChildNode[]): void {
  if (nodes.length === 0) return;
  const wanted = new Set<ChildNode>(nodes);
  const isWanted = (node: ChildNode): node is N => wanted.has(node);
  for (const parent of [...new Set(nodes.map((node) => node.parent))].toReversed()) {
    if (!parent) continue;
    const children: ChildNode[] = [];
    for (const child of takeChildren(parent)) {
      if (!isWanted(child)) children.push(child);
      else for (const there of by(child)) children.push(there);
    }
    setChildren(parent, children);
  }
}

// To take out one moves those behind it; to take out more is worth going over all.
const FEW = 8;

/** Takes nodes out of their tree; they come in document order. */
export function removeAll(nodes: readonly ChildNode[]): void {
  if (nodes.length > FEW) replaceEach(nodes, () => []);
  else for (const node of nodes) DomUtils.removeElement(node);
}
