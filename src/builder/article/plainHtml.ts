import { type ChildNode, Comment, Document, Element, type ParentNode, Text } from 'domhandler';

const VOID = new Set(['br', 'img']);
const BLOCKS = new Set(['center', 'div', 'h2', 'h3', 'h4', 'p']);
const INLINE = new Set([...VOID, 'a', 'b', 'em', 'i', 'span', 'strong', 'sub', 'sup', 'u']);
// In an attribute, `&name=` is no character reference but a further part of a query.
const TAG = /<(\/?)([a-z]+)((?: [a-z][a-z-]*="(?:[^"&]|&[a-zA-Z]+=)*")*) ?(\/?)>/y;
const COMMENT = /<!--([^<>-]*)-->/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const MAX_CHARACTERS = 100_000;
const MAX_DEPTH = 50;

/**
 * The tree of HTML as plain as a bot's posts: blocks side by side, inline elements each closed in its turn, comments, no
 * character references. Null for any other, which is left to the parser.
 */
export function parsePlain(html: string): Document | null {
  if (html.length > MAX_CHARACTERS) return null;
  const root = new Document([]);
  const open: ParentNode[] = [root];
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at);
    const text = html.slice(at, start < 0 ? html.length : start);
    if (text.includes('&')) return null;
    if (text !== '') append(open, new Text(text));
    if (start < 0) break;
    const end = readMark(html, start, open);
    if (end === null) return null;
    at = end;
  }
  return open.length === 1 ? root : null;
}

/** Where the tag or comment ends that begins at a place; null when it is none that is plain. */
function readMark(html: string, start: number, open: ParentNode[]): number | null {
  const pattern = html.startsWith('<!', start) ? COMMENT : TAG;
  pattern.lastIndex = start;
  const mark = pattern.exec(html);
  if (mark === null) return null;
  if (pattern === COMMENT) append(open, new Comment(mark[1] ?? ''));
  else if (!(mark[1] === '/' ? close(open, mark) : add(open, mark))) return null;
  return pattern.lastIndex;
}

/** Whether a tag closes the innermost element; it is then no longer open. */
function close(open: ParentNode[], [, , name, attributes, end]: RegExpExecArray): boolean {
  const last = open.pop();
  return last instanceof Element && last.name === name && attributes === '' && end === '';
}

/** Whether a tag opens an element where it may stand; it then does. */
function add(open: ParentNode[], [, , name = '', attributes = '', end]: RegExpExecArray): boolean {
  const holder = open.at(-1);
  const isInPlace = BLOCKS.has(name) ? open.length === 1 : INLINE.has(name) && open.length < MAX_DEPTH;
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
