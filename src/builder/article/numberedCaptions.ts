import { type Element, isTag } from 'domhandler';
import type { LoneCaption } from '#shared/post.ts';
import { captionFigure } from './captions.ts';
import type { Step } from './article.ts';
import { elementsNamed, isBlank, remove, textOfNode } from './tree.ts';

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * Takes the numbered captions (`①…` and on, each its own paragraph) that close a post out of its text. With pictures
 * enough, caption n goes to picture n; else they make a list of captions whose pictures were lost.
 */
export const listLoneCaptions: Step = (draft) => {
  const run = closingRun(draft.body.children.filter((node) => !isBlank(node)).filter(isTag));
  if (run.length < 2) return draft;
  const figures = elementsNamed(draft.body, 'figure');
  if (figures.length >= run.length) {
    run.forEach((paragraph, index) => giveCaption(figures[index], paragraph));
    return draft;
  }
  const captions = run.map((paragraph): LoneCaption => {
    const text = textOfNode(paragraph);
    return { mark: text.charAt(0), text: text.slice(1).trim() };
  });
  for (const paragraph of run) remove(paragraph);
  return { ...draft, captions };
};

/** The last paragraphs of a post, when they are numbered from ① on without a gap. */
function closingRun(blocks: readonly Element[]): readonly Element[] {
  const first = blocks.findLastIndex((block) => isNumbered(block, 0));
  const run = first === -1 ? [] : blocks.slice(first);
  return run.every(isNumbered) ? run : [];
}

function isNumbered(block: Element, index: number): boolean {
  const text = textOfNode(block);
  return block.name === 'p' && text.length > 1 && text.charAt(0) === MARKS.charAt(index);
}

function giveCaption(figure: Element | undefined, paragraph: Element): void {
  if (!figure || elementsNamed(figure, 'figcaption').length > 0) return;
  const [text] = paragraph.children;
  if (text?.type === 'text') text.data = text.data.replace(/^\s*[①-⑳]\s*/u, '');
  captionFigure(figure, paragraph);
}
