import { type ChildNode, Document, Element, type ParentNode, Text } from 'domhandler';

const VOID = new Set(['br', 'img']);
const INLINE = new Set([...VOID, 'a', 'b', 'em', 'i', 'span', 'strong', 'sub', 'sup', 'u']);
const TAG = /<(\/?)([a-z]+)((?: [a-z][a-z-]*="[^"]*")*) ?(\/?)>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const MAX_CHARACTERS = 100_000;
const MAX_DEPTH = 50;

/**
 * The tree of HTML as plain as a bot's posts: paragraphs side by side, inline elements each closed in its turn, no
 * character references. Null for any other, which is left to the parser.
 */
export function parsePlain(html: string): Document | null {
  if (html.length > MAX_CHARACTERS || html.includes('&')) return null;
  const root = new Document([]);
  const open: ParentNode[] = [root];
  for (let at = 0; at < html.length; at = TAG.lastIndex) {
    const start = html.indexOf('<', at);
    const text = html.slice(at, start < 0 ? html.length : start);
    if (text !== '') append(open, new Text(text));
    if (start < 0) break;
    TAG.lastIndex = start;
    const tag = TAG.exec(html);
    if (!tag || !(tag[1] === '/' ? close(open, tag) : add(open, tag))) return null;
  }
  return open.length === 1 ? root : null;
}

/** Whether a tag closes the innermost element; it is then no longer open. */
function close(open: ParentNode[], [, , name, attributes, end]: RegExpExecArray): boolean {
  const last = open.pop();
  return last instanceof Element && last.name === name && attributes === '' && end === '';
}

/** Whether a tag opens an element where it may stand; it then does. */
function add(open: ParentNode[], [, , name = '', attributes = '', end]: RegExpExecArray): boolean {
  const holder = open.at(-1);
  const isInPlace = name === 'p' ? open.length === 1 : INLINE.has(name) && open.length < MAX_DEPTH;
  const isLinkInLink = name === 'a' && holder instanceof Element && holder.name === 'a';
  if (!isInPlace || isLinkInLink || (end === '/' && !VOID.has(name))) return false;
  const element = new Element(name, attributesIn(attributes));
  append(open, element);
  if (!VOID.has(name)) open.push(element);
  return true;
}

function append(open: readonly ParentNode[], node: ChildNode): void {
  const parent = open.at(-1) ?? null;
  const before = parent?.children.at(-1) ?? null;
  [node.parent, node.prev] = [parent, before];
  if (before) before.next = node;
  parent?.children.push(node);
}

/** Of equal names the first counts. */
function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (text === '') return attributes;
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE))
    if (!Object.hasOwn(attributes, name)) attributes[name] = value;
  return attributes;
}
