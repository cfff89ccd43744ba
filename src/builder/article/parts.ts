import { type AnyNode, type ChildNode, Element, isTag, isText, Text } from 'domhandler';
import type { Article } from '#shared/post.ts';
import type { Site } from '#builder/site.ts';
import { setChildren, takeChildren } from './children.ts';
import { serialize } from './serialize.ts';

const WHOLE_CHARACTERS = 256 * 1024;
const FIRST_CHARACTERS = 64 * 1024;
const REST_CHARACTERS = 96 * 1024;
const BLOCK_CHARACTERS = 32 * 1024;
const TAG_CHARACTERS = 50;

/**
 * A text as HTML: in one piece up to 256 K characters, else in parts that end between blocks. A block that is longer
 * than 32 K becomes several of its kind, so that no part is much too long. Its nodes are used up.
 */
export function partsOf(nodes: readonly ChildNode[], site: Site): Pick<Article, 'html' | 'rest'> {
  const html = serialize(nodes, site).trim();
  if (html.length <= WHOLE_CHARACTERS) return { html };
  const sizes = new Map<AnyNode, number>();
  for (const node of nodes) measure(node, sizes);
  const blocks = nodes.flatMap((node) => cut(node, sizes)).map((node) => serialize([node], site));
  const [first = '', ...rest] = joined(blocks);
  return { html: first, rest };
}

/** Blocks in order → strings near the length of a part. */
function joined(blocks: readonly string[]): readonly string[] {
  const parts: string[] = [];
  let part: string[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length > 0 && length + block.length > (parts.length === 0 ? FIRST_CHARACTERS : REST_CHARACTERS)) {
      parts.push(part.join(''));
      [part, length] = [[], 0];
    }
    part.push(block);
    length += block.length;
  }
  return [...parts, part.join('')];
}

/** About how long a node will be as HTML; every node below it is measured once. */
function measure(node: AnyNode, sizes: Map<AnyNode, number>): number {
  let size = isText(node) ? node.data.length : 0;
  if (isTag(node)) {
    size = TAG_CHARACTERS; // Without its attributes: a picture held in one is shown at once, however long.
    for (const child of node.children) size += measure(child, sizes);
  }
  sizes.set(node, size);
  return size;
}

/** A node, or several of its kind with its content in order. */
function cut(node: ChildNode, sizes: Map<AnyNode, number>): readonly ChildNode[] {
  if ((sizes.get(node) ?? 0) <= BLOCK_CHARACTERS) return [node];
  if (isText(node)) return cutText(node.data).map((piece) => sized(new Text(piece), piece.length, sizes));
  if (!isTag(node) || node.children.length === 0) return [node];
  const pieces: Element[] = [];
  let children: ChildNode[] = [];
  let length = 0;
  const close = (): void => {
    if (children.length > 0) pieces.push(sized(alike(node, pieces, children), length, sizes));
    [children, length] = [[], 0];
  };
  for (const child of takeChildren(node).flatMap((each) => cut(each, sizes))) {
    const size = sizes.get(child) ?? 0;
    if (length + size > BLOCK_CHARACTERS) close();
    children.push(child);
    length += size;
  }
  close();
  return pieces;
}

function sized<N extends ChildNode>(node: N, size: number, sizes: Map<AnyNode, number>): N {
  sizes.set(node, size);
  return node;
}

/** An element of the same kind, after others. Its id stays with the first; a numbered list counts on. */
function alike({ name, attribs }: Element, before: readonly Element[], children: ChildNode[]): Element {
  const made = new Element(name, { ...attribs });
  if (before.length > 0) delete made.attribs['id'];
  if (name === 'ol' && before.length > 0 && !('reversed' in attribs)) {
    const rows = before.flatMap((list) => list.children).filter((row) => isTag(row) && row.name === 'li').length;
    made.attribs['start'] = String((Number.parseInt(attribs['start'] ?? '1', 10) || 1) + rows);
  }
  setChildren(made, children);
  return made;
}

/** Text in pieces that end with a sentence, else at a blank, else anywhere but inside a character. */
function cutText(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > BLOCK_CHARACTERS) {
    const window = text.slice(from, from + BLOCK_CHARACTERS - 1);
    const end = Math.max(...['。', '！', '？', '. ', '\n'].map((mark) => window.lastIndexOf(mark) + mark.length));
    const blank = window.lastIndexOf(' ') + 1;
    const hard = /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length;
    const length = [end, blank].find((at) => at > BLOCK_CHARACTERS / 2) ?? hard;
    pieces.push(text.slice(from, from + length));
    from += length;
  }
  return [...pieces, text.slice(from)];
}
