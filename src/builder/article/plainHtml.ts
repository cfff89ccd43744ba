import { type ChildNode, Comment, Document, Element, type ParentNode, Text } from 'domhandler';

const VOID = new Set(['br', 'img']);
const BLOCKS = new Set(['center', 'div', 'h2', 'h3', 'h4', 'p']);
const INLINE = new Set([...VOID, 'a', 'b', 'em', 'i', 'span', 'strong', 'sub', 'sup', 'u']);
const COMMENT = /<!--([^<>-]*)-->/y;
// In an attribute, `&name=` is no character reference but a further part of a query.
const QUERY = /^(?:[^&]|&[a-zA-Z]+=)*$/;
const MAX_CHARACTERS = 100_000;
const MAX_DEPTH = 50;

/** HTML, how far it is read, and the innermost element that is open there. */
type Reader = { readonly html: string; at: number; holder: ParentNode; depth: number };

/**
 * The tree of HTML as plain as a bot's posts: blocks side by side, inline elements each closed in its turn, comments, no
 * character references. Null for any other, which is left to the parser.
 */
export function parsePlain(html: string): Document | null {
  if (html.length > MAX_CHARACTERS) return null;
  const root = new Document([]);
  const reader: Reader = { html, at: 0, holder: root, depth: 0 };
  while (reader.at < html.length) if (!readText(reader) || !readMark(reader)) return null;
  return reader.holder === root ? root : null;
}

/** Reads the text before the next mark, if any; false when it has a reference. Nor have the others read what is not plain. */
function readText(reader: Reader): boolean {
  const { html, at } = reader;
  const start = html.indexOf('<', at);
  reader.at = start < 0 ? html.length : start;
  if (reader.at === at) return true;
  const text = html.slice(at, reader.at);
  if (text.includes('&')) return false;
  append(reader, new Text(text));
  return true;
}

function readMark(reader: Reader): boolean {
  const { html, at } = reader;
  if (at === html.length) return true;
  const sign = html.charAt(at + 1);
  if (sign === '/') return readEndTag(reader);
  return sign === '!' ? readComment(reader) : readStartTag(reader);
}

function readComment(reader: Reader): boolean {
  COMMENT.lastIndex = reader.at;
  const comment = COMMENT.exec(reader.html);
  if (comment === null) return false;
  append(reader, new Comment(comment[1] ?? ''));
  reader.at = COMMENT.lastIndex;
  return true;
}

/** It must close the innermost element. */
function readEndTag(reader: Reader): boolean {
  const { html, at, holder } = reader;
  if (!(holder instanceof Element) || holder.parent === null) return false;
  const end = at + '</'.length + holder.name.length;
  if (!html.startsWith(holder.name, at + '</'.length) || html.charAt(end) !== '>') return false;
  reader.at = end + 1;
  reader.holder = holder.parent;
  reader.depth--;
  return true;
}

/** It must stand where such an element may. */
function readStartTag(reader: Reader): boolean {
  const { html, at } = reader;
  reader.at = endOfName(html, at + 1);
  const name = html.slice(at + 1, reader.at);
  if (!isInPlace(name, reader)) return false;
  const attributes = readAttributes(reader);
  const isVoid = VOID.has(name);
  if (attributes === null || !readTagEnd(reader, isVoid)) return false;
  const element = new Element(name, attributes);
  append(reader, element);
  if (isVoid) return true;
  reader.holder = element;
  reader.depth++;
  return true;
}

function isInPlace(name: string, { holder, depth }: Reader): boolean {
  if (BLOCKS.has(name)) return depth === 0;
  const isLinkInLink = name === 'a' && holder instanceof Element && holder.name === 'a';
  return INLINE.has(name) && depth < MAX_DEPTH && !isLinkInLink;
}

/** Of equal names the first counts. */
function readAttributes(reader: Reader): Record<string, string> | null {
  const { html } = reader;
  const attributes: Record<string, string> = {};
  while (html.charAt(reader.at) === ' ') {
    const nameEnd = endOfName(html, reader.at + 1);
    if (!html.startsWith('="', nameEnd)) break;
    const start = nameEnd + '="'.length;
    const end = html.indexOf('"', start);
    const value = html.slice(start, end);
    if (end < 0 || nameEnd === reader.at + 1 || (value.includes('&') && !QUERY.test(value))) return null;
    const name = html.slice(reader.at + 1, nameEnd);
    if (!Object.hasOwn(attributes, name)) attributes[name] = value;
    reader.at = end + 1;
  }
  return attributes;
}

function readTagEnd(reader: Reader, isVoid: boolean): boolean {
  const { html } = reader;
  if (html.charAt(reader.at) === ' ') reader.at++;
  if (isVoid && html.charAt(reader.at) === '/') reader.at++;
  return html.charAt(reader.at++) === '>';
}

/** Where the small letters, digits and hyphens end that begin at a place. */
function endOfName(html: string, start: number): number {
  for (let at = start; ; at++) {
    const code = html.charCodeAt(at);
    const isLetter = code >= 0x61 && code <= 0x7a;
    if (!isLetter && !(code >= 0x30 && code <= 0x39) && code !== 0x2d) return at;
  }
}

function append({ holder }: Reader, node: ChildNode): void {
  const before = holder.children.at(-1) ?? null;
  node.parent = holder;
  node.prev = before;
  if (before) before.next = node;
  holder.children.push(node);
}
