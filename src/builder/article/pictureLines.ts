import { type ChildNode, type Element, isTag } from 'domhandler';
import { takeChildren } from './children.ts';
import { addCaption, isEmphasis, isPicture, isPictureFigure } from './figureParts.ts';
import { isBlock } from './text.ts';
import { element, isBlank } from './tree.ts';

/**
 * Nodes that stand alone → the same with a figure for each picture on a line that has no words. A wholly emphasised
 * line after pictures, or emphasis that ends their line, becomes the caption of the last.
 */
export function blocksOf(nodes: readonly ChildNode[]): ChildNode[] {
  const blocks: ChildNode[] = [];
  let before: Element | null = null;
  for (const line of linesOf(nodes)) {
    const { pictures, caption } = readLine(line);
    if (pictures.length > 0) before = pushFigures(blocks, pictures, caption);
    else if (before && caption) addCaption(before, takeChildren(caption));
    else if (!before || !line.some(isBreak)) {
      for (const node of line) blocks.push(node);
      if (!line.every(isBlank)) before = line.find(isPictureFigure) ?? null;
    }
  }
  return blocks;
}

/** Runs of nodes between line breaks and blocks; each break and each block is a line too. */
function linesOf(nodes: readonly ChildNode[]): readonly (readonly ChildNode[])[] {
  const lines: ChildNode[][] = [];
  let line: ChildNode[] | null = null;
  for (const node of nodes) {
    const isAlone = isBlock(node);
    if (isAlone || line === null) lines.push((line = [node]));
    else line.push(node);
    if (isAlone) line = null;
  }
  return lines;
}

type Line = { readonly pictures: readonly Element[]; readonly caption?: Element | undefined };

/** The pictures of a line and the emphasis that ends it; no pictures when it has other words. */
function readLine(line: readonly ChildNode[]): Line {
  const seen = line.filter((node) => !isBlank(node));
  const last = seen.at(-1);
  const caption = last && !isPicture(last) && isEmphasis(last) ? last : undefined;
  const pictures = caption ? seen.slice(0, -1) : seen;
  return pictures.every(isPicture) ? { pictures, caption } : { pictures: [] };
}

/** Puts figures in the place of the breaks that parted their line from the words before; the last one is returned. */
function pushFigures(blocks: ChildNode[], pictures: readonly Element[], caption?: Element): Element | null {
  for (let last = blocks.at(-1); last && isBreak(last); last = blocks.at(-1)) blocks.pop();
  const figures = pictures.map((picture) => element('figure', {}, [picture]));
  for (const figure of figures) blocks.push(figure);
  const last = figures.at(-1) ?? null;
  if (last && caption) addCaption(last, takeChildren(caption));
  return last;
}

function isBreak(node: ChildNode): boolean {
  return isTag(node) && node.name === 'br';
}
