import { type AnyNode, type Document, Element, isTag, isText } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { Step } from './article.ts';
import { removeAll } from './children.ts';
import { hasText } from './text.ts';
import { contentOf, element, elementsNamed, isBlank, moveChildren, textOfNode, unwrap } from './tree.ts';

/** 30 Chinese or 60 Latin characters. */
const MAX_BOLD_WIDTH = 60;
const BOLD = new Set(['strong', 'b']);
const CLOSED = /[。；：.;:，,]$/u;
const MAX_PLAIN_WIDTH = 40;
/** More short lines in a row are a list or verses. */
const MAX_LINES = 4;
const PLAIN_CLOSED = /[。；：.;:，,！!？?…、][”’」』）)]*$/u;

/**
 * Makes headings of what only looks like them: short wholly bold paragraphs, and with `headings: short` two to four
 * short plain ones in a row before a full paragraph, as one heading of as many lines. Something must follow.
 */
export const makeHeadings: Step = (draft, site) => {
  const blocks = draft.body.children.filter(isTag).filter(isContent);
  const level = levelsOf(draft.body);
  blocks.forEach((block, index) => {
    if (index < blocks.length - 1 && isBoldLine(block)) boldHeading(block, level(block));
  });
  if (site.settings.hasShortHeadings) removeAll(shortRuns(blocks).flatMap((run) => joinLines(run, level)));
  return draft;
};

/** Level of a made heading: 2, or where headings of the post's own stand above it, one below the deepest of them. */
function levelsOf(body: Document): (block: Element) => number {
  const own = body.children.filter(isTag).filter(isHeading);
  const deepest = Math.max(0, ...new Set(own.map(({ name }) => Number(name.charAt(1)))));
  const below = new Set<AnyNode>(own[0] ? body.children.slice(body.children.indexOf(own[0])) : []);
  return (block) => (below.has(block) ? Math.min(6, deepest + 1) : 2);
}

function boldHeading(block: Element, level: number): void {
  block.name = `h${level}`;
  for (const bold of block.children.filter(isBold)) unwrap(bold);
}

/** Gives the first of some lines the words of all; the others are empty afterwards, and to be removed. */
function joinLines([first, ...others]: readonly Element[], level: (block: Element) => number): readonly Element[] {
  if (!first) return [];
  first.name = `h${level(first)}`;
  for (const line of others) {
    DomUtils.appendChild(first, element('br'));
    moveChildren(line, first);
  }
  return others;
}

/** Runs of short lines, each before a full paragraph. */
function shortRuns(blocks: readonly Element[]): readonly (readonly Element[])[] {
  const runs: Element[][] = [];
  let run: Element[] = [];
  for (const block of blocks) {
    if (isShortLine(block)) run.push(block);
    else {
      if (block.name === 'p' && run.length >= 2 && run.length <= MAX_LINES) runs.push(run);
      run = [];
    }
  }
  return runs;
}

function isShortLine(block: Element): boolean {
  if (block.name !== 'p' || !block.children.every((node) => isText(node))) return false;
  // Most paragraphs end in a full stop, which their last character tells.
  if (PLAIN_CLOSED.test(contentOf(block).trimEnd().slice(-1))) return false;
  const text = textOfNode(block);
  return widthOf(text) <= MAX_PLAIN_WIDTH && !PLAIN_CLOSED.test(text);
}

function isBoldLine(block: Element): boolean {
  if (block.name !== 'p' || !block.children.every((node) => isBold(node) || isBlank(node))) return false;
  const text = textOfNode(block);
  return text !== '' && widthOf(text) <= MAX_BOLD_WIDTH && !CLOSED.test(text);
}

function isBold(node: AnyNode): node is Element {
  return isTag(node) && BOLD.has(node.name) && elementsNamed(node, 'img').length === 0;
}

function isHeading({ name }: Element): boolean {
  return /^h[1-6]$/.test(name);
}

/** Whether a block is the article's: words that are no disclaimer, or a picture or rule. */
function isContent(block: Element): boolean {
  return block.attribs['data-b'] !== 'disclaimer' && (block.name !== 'p' || hasText(block));
}

/** A wide character counts two. */
function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length && width <= MAX_BOLD_WIDTH; index++)
    width += text.charCodeAt(index) < 0x1100 ? 1 : 2;
  return width;
}
