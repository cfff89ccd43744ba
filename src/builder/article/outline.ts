import { type Element, isTag } from 'domhandler';
import type { OutlineHeading } from '#shared/post.ts';
import type { Draft, Step } from './article.ts';
import { readingSize } from './readingSize.ts';
import { lineOf } from './text.ts';
import { elementsOf } from './tree.ts';

const MAX_ID = 40;
const LONG = 3_000;
const MANY = 3;
// Beyond this it leads nowhere fast, and a post may hold any number.
const MAX_OUTLINE = 200;

/**
 * Gives every main and second heading an id of its own, and the article an outline when it has three of them, or one
 * and 3,000 characters. An id that the text links to stays. The outline
 * holds the first 200.
 */
export const outlineHeadings: Step = (draft) => {
  const headings = draft.body.children.filter(isTag).filter(({ name }) => name === 'h2' || name === 'h3');
  if (headings.length === 0) return draft;
  const named = nameAll(headings, idsOf(elementsOf(draft.body)));
  const hasOutline = named.length >= MANY || (named.length > 0 && isLong(draft));
  return hasOutline ? { ...draft, outline: named.slice(0, MAX_OUTLINE) } : draft;
};

function isLong({ text = '' }: Draft): boolean {
  return text.length >= LONG && readingSize(text).size >= LONG;
}

function idsOf(nodes: readonly Element[]): Map<string, Element> {
  const owners = new Map<string, Element>();
  for (const node of nodes) {
    const id = node.attribs['id'];
    if (id !== undefined && !owners.has(id)) owners.set(id, node);
  }
  return owners;
}

function nameAll(headings: readonly Element[], owners: Map<string, Element>): readonly OutlineHeading[] {
  const used = new Map<string, number>();
  return headings.flatMap((heading) => {
    const text = lineOf(heading);
    if (text === '') return [];
    const own = heading.attribs['id'];
    const id = own !== undefined && owners.get(own) === heading ? own : freeId(idFrom(text), owners, used);
    owners.set(id, heading);
    heading.attribs['id'] = id;
    return [{ id, level: Number(heading.name.charAt(1)), text }];
  });
}

/** Letters and digits of any script, parted by hyphens. */
function idFrom(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return `a-${[...words.join('-')].slice(0, MAX_ID).join('').replace(/-$/, '') || 'section'}`;
}

function freeId(wanted: string, owners: ReadonlyMap<string, Element>, used: Map<string, number>): string {
  let id = wanted;
  let count = used.get(wanted) ?? 1;
  for (; owners.has(id); id = `${wanted}-${count}`) count++;
  used.set(wanted, count);
  return id;
}
