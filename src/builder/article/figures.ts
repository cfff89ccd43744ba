import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler';
import type { Step } from './article.ts';
import { replaceEach, setChildren, takeChildren } from './children.ts';
import { addCaption, isGallery, isPicture, isPictureFigure } from './figureParts.ts';
import { blocksOf } from './pictureLines.ts';
import { element, elementsNamed, elementsOf, hasAbove, isBlank } from './tree.ts';

const HANDED_ON = ['id', 'lang', 'dir'];
const HOLDERS = new Set(['p', 'figure', 'ul', 'ol', 'div', 'section', 'article', 'main', 'blockquote']);

/**
 * Makes a figure of every picture that stands on a line of its own, linked or not, and a gallery of several that share
 * a paragraph, block, figure or list with nothing else. Pictures among words, in cells and in headings stay.
 */
export const wrapFigures: Step = (draft) => {
  // Most posts have none, and then there is nothing to lay out; nor is there where none is below.
  const pictures = elementsNamed(draft.body, 'img');
  if (pictures.length === 0) return draft;
  const above = allAbove(pictures);
  const holders = elementsOf(draft.body).filter((node) => HOLDERS.has(node.name) && above.has(node));
  const free = holders.filter((holder) => !hasAbove(holder, 'table'));
  replaceEach(free, layOut);
  setChildren(draft.body, blocksOf(takeChildren(draft.body)));
  return draft;
};

/** The nodes above any of some nodes. */
function allAbove(nodes: readonly Element[]): ReadonlySet<ParentNode> {
  const above = new Set<ParentNode>();
  for (const node of nodes)
    for (let { parent } = node; parent && !above.has(parent); parent = parent.parent) above.add(parent);
  return above;
}

/** A holder → what stands in its place. Those inside it have been laid out before. */
function layOut(holder: Element): readonly ChildNode[] {
  if (holder.name === 'figure') return layOutFigure(holder);
  if (holder.name === 'ul' || holder.name === 'ol') return layOutList(holder);
  const blocks = blocksOf(takeChildren(holder));
  if ((holder.name === 'p' || holder.name === 'div') && isPictures(blocks)) return inPlaceOf(holder, figuresOf(blocks));
  if (holder.name === 'p') return paragraphsOf(holder, blocks);
  setChildren(holder, blocks);
  return [holder];
}

/** An author's figure around pictures → one figure each, its caption with the last. Any other stays. */
function layOutFigure(holder: Element): readonly ChildNode[] {
  const captions = holder.children.filter(isTag).filter(({ name }) => name === 'figcaption');
  const others = holder.children.filter((node) => !(isTag(node) && node.name === 'figcaption'));
  if (!isPictures(others)) return [holder];
  takeChildren(holder);
  const figures = figuresOf(blocksOf(others));
  const last = figures.at(-1);
  if (last) for (const caption of captions) addCaption(last, takeChildren(caption));
  return inPlaceOf(holder, figures);
}

function layOutList(list: Element): readonly ChildNode[] {
  const rows = list.children.filter((node) => !isBlank(node)).filter(isTag);
  if (rows.length < 2 || !rows.every(({ name, children }) => name === 'li' && isPictures(children))) return [list];
  return inPlaceOf(
    list,
    rows.flatMap((row) => figuresOf(blocksOf(takeChildren(row)))),
  );
}

/** Whether nodes are pictures, figures of pictures or galleries, and nothing else. */
function isPictures(nodes: readonly ChildNode[]): boolean {
  const seen = nodes.filter((node) => !isBlank(node));
  return seen.length > 0 && seen.every((node) => isPicture(node) || isGallery(node) || isPictureFigure(node));
}

function figuresOf(blocks: readonly ChildNode[]): readonly Element[] {
  const seen = blocks.filter((node) => !isBlank(node)).filter(isTag);
  return seen.flatMap((node) => (isGallery(node) ? takeChildren(node).filter(isTag) : [node]));
}

/** The figures made of a holder: one as it is, several as a gallery. The first can be linked to as the holder could. */
function inPlaceOf({ attribs }: Element, figures: readonly Element[]): readonly ChildNode[] {
  const [first] = figures;
  if (first) for (const name of HANDED_ON) if (attribs[name]) first.attribs[name] ??= attribs[name];
  return figures.length === 1 ? figures : [element('div', { 'data-b': 'gallery' }, [...figures])];
}

/** A paragraph's words and figures, as paragraphs and figures. Without figures it stays as it was. */
function paragraphsOf(paragraph: Element, blocks: ChildNode[]): readonly ChildNode[] {
  if (!blocks.some(isPictureFigure)) {
    setChildren(paragraph, blocks);
    return [paragraph];
  }
  const runs: ChildNode[][] = [[]];
  for (const node of blocks) {
    if (isPictureFigure(node)) runs.push([node], []);
    else runs.at(-1)?.push(node);
  }
  const parts = runs.filter((run) => !run.every(isBlank));
  const { id, ...others } = paragraph.attribs;
  return parts.flatMap((run, index) => {
    if (run.some(isPictureFigure)) return run;
    return [element('p', { ...others, ...(index === 0 && id !== undefined && { id }) }, run)];
  });
}
