import {
  type AnyNode,
  type ChildNode,
  type Comment,
  Document,
  DomHandler,
  Element,
  hasChildren,
  isComment,
  isTag,
  isText,
  Text,
} from 'domhandler';
import { DomUtils, Parser } from 'htmlparser2';
import { replaceEach, setChildren, takeChildren } from './children.ts';
import { parsePlain } from './plainHtml.ts';

/** A tree, or why the HTML is not shown as such. */
export type Parsed = { readonly ok: true; readonly body: Document } | { readonly ok: false; readonly why: string };

const MAX_NODES = 200_000;
const MAX_DEPTH = 200;
const MAX_PARAGRAPHS = 10_000;

/** HTML → tree, refused beyond 200,000 nodes or 200 levels. Every walk below may therefore recurse. */
export function parseTree(html: string): Parsed {
  const plain = parsePlain(html);
  return plain ? { ok: true, body: plain } : parseAny(html);
}

/** The same for any HTML. */
export function parseAny(html: string): Parsed {
  const handler = new BoundedHandler();
  // A text without references is not searched for them: the parser goes from tag to tag.
  const decodeEntities = html.includes('&');
  try {
    new Parser(handler, { decodeEntities }).end(html);
  } catch (cause) {
    if (cause instanceof TooLarge) return { ok: false, why: cause.message };
    throw cause;
  }
  for (const code of elementsNamed(handler.root, 'pre')) dropFirstLineEnd(code);
  return { ok: true, body: handler.root };
}

/** A line end right after the tag parts that from the text and is none of it; unlike browsers, the parser keeps it. */
function dropFirstLineEnd({ firstChild }: Element): void {
  if (firstChild && isText(firstChild)) firstChild.data = firstChild.data.replace(/^(?:\r\n?|\n)/, '');
}

class TooLarge extends Error {}

/** Gives up while it reads: the parser's own work grows with the square of the depth. */
class BoundedHandler extends DomHandler {
  #nodes = 0;

  protected override addNode(node: ChildNode): void {
    if (++this.#nodes > MAX_NODES) throw new TooLarge(`more than ${MAX_NODES} pieces of HTML`);
    if (this.tagStack.length > MAX_DEPTH) throw new TooLarge(`HTML nested deeper than ${MAX_DEPTH} levels`);
    super.addNode(node);
  }
}

/** A tree of paragraphs from plain text, parted at empty lines. What follows the ten-thousandth is one paragraph. */
export function plainTree(text: string): Document {
  const parts = text.split(/\n[^\S\n]*\n/).filter((part) => part.trim() !== '');
  const rest = parts.slice(MAX_PARAGRAPHS).join('\n');
  const body = new Document([]);
  for (const part of [...parts.slice(0, MAX_PARAGRAPHS), ...(rest === '' ? [] : [rest])])
    DomUtils.appendChild(body, element('p', {}, [new Text(part.trim())]));
  return body;
}

/** A new element with its children. */
export function element(name: string, attributes: Record<string, string> = {}, children: AnyNode[] = []): Element {
  const made = new Element(name, attributes);
  for (const child of children) DomUtils.appendChild(made, child);
  return made;
}

/** All elements below a node, in document order. A copy: the tree may be changed while going through it. */
export function elementsOf(root: Document | Element): readonly Element[] {
  return collect(root.children, null, []);
}

/** All elements of some names below a node, in document order. A copy too. */
export function elementsNamed(root: Document | Element, ...names: readonly string[]): readonly Element[] {
  return collect(root.children, names, []);
}

// By hand, since the steps go through every tree some twenty times, and an archive has many.
function collect(nodes: readonly AnyNode[], names: readonly string[] | null, found: Element[]): Element[] {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (names === null || names.includes(node.name)) found.push(node);
    collect(node.children, names, found);
  }
  return found;
}

/** All comments below a node, in document order. A copy as well. */
export function commentsOf(root: Document | Element): readonly Comment[] {
  const found: Comment[] = [];
  const walk = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) {
      if (isComment(node)) found.push(node);
      if (isTag(node)) walk(node.children);
    }
  };
  walk(root.children);
  return found;
}

/** The text of a node with all tags removed, blanks as one, trimmed: what every rule on text looks at. */
export function textOfNode(node: AnyNode): string {
  return evenBlanks(contentOf(node)).trim();
}

/** The same as it was typed. */
export function contentOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  let text = '';
  if (hasChildren(node)) for (const child of node.children) text += contentOf(child);
  return text;
}

/** A text in which each run of blanks, line ends too, is one blank. */
export function evenBlanks(text: string): string {
  // Nearly every text has none but single blanks, and to look is much faster than to write it anew.
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** Whether a node is nothing a reader would see: blank text, a comment, a line break. */
export function isBlank(node: AnyNode): boolean {
  if (isTag(node)) return node.name === 'br';
  return !isText(node) || !/\S/.test(node.data);
}

/** The next or previous element on the same level with only blanks between, or null. */
export function adjacent(node: AnyNode, way: 'next' | 'prev'): Element | null {
  let sibling = node[way];
  while (sibling !== null && isBlank(sibling) && !isTag(sibling)) sibling = sibling[way];
  return sibling !== null && isTag(sibling) ? sibling : null;
}

/** Whether an element of this name stands anywhere above a node. */
export function hasAbove(node: AnyNode, name: string): boolean {
  for (let above = node.parent; above; above = above.parent) if (isTag(above) && above.name === name) return true;
  return false;
}

/** Takes a node out of its tree. Among many siblings that is slow: `removeAll` takes out many at once. */
export function remove(node: AnyNode): void {
  DomUtils.removeElement(node);
}

/** Puts an element's children in its place. */
export function unwrap(node: Element): void {
  replaceEach([node], takeChildren);
}

/** Puts a node in another's place. */
export function replace(node: AnyNode, by: AnyNode): void {
  DomUtils.replaceElement(node, by);
}

/** Moves all children of one element to the end of another. */
export function moveChildren(from: Element, to: Element): void {
  setChildren(to, [...to.children, ...takeChildren(from)]);
}
