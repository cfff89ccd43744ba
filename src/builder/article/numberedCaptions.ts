import { type Element, isTag, isText } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { LoneCaption } from '#shared/post.ts';
import type { Step } from './article.ts';
import { isDisclaimer } from './disclaimers.ts';
import { removeAll, takeChildren } from './children.ts';
import { addCaption, isPictureFigure } from './figureParts.ts';
import { contentOf, elementsNamed, isBlank, textOfNode } from './tree.ts';

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * Takes the numbered captions (`①…` and on, each its own paragraph) that close a post out of its text. Caption n goes to
 * picture n, as a further line when that has one; those beyond the pictures make a list of captions without.
 */
export const listLoneCaptions: Step = (draft) => {
  const run = closingRun(draft.body.children.filter((node) => !isBlank(node)).filter(isTag));
  if (run.length < 2) return draft;
  const figures = elementsNamed(draft.body, 'figure').filter(isPictureFigure).slice(0, run.length);
  const captions = run.slice(figures.length).map((paragraph): LoneCaption => {
    const text = textOfNode(paragraph);
    return { mark: text.charAt(0), text: text.slice(1).trim() };
  });
  for (const [index, figure] of figures.entries()) giveCaption(figure, run[index]);
  removeAll(run);
  return { ...draft, ...(captions.length > 0 && { captions }) };
};

/** The last paragraphs of a post, when they are numbered from ① on without a gap. */
function closingRun(blocks: readonly Element[]): readonly Element[] {
  const first = blocks.findLastIndex((block) => isNumbered(block, 0));
  const run = first === -1 ? [] : blocks.slice(first).filter((block) => !isDisclaimer(block));
  return run.every(isNumbered) ? run : [];
}

function isNumbered(block: Element, index: number): boolean {
  if (block.name !== 'p') return false;
  const text = contentOf(block).trim();
  return text.length > 1 && text.charAt(0) === MARKS.charAt(index);
}

function giveCaption(figure: Element, paragraph: Element | undefined): void {
  if (!paragraph) return;
  const first = DomUtils.filter(isText, paragraph.children)
    .filter(isText)
    .find(({ data }) => /\S/.test(data));
  if (first) first.data = first.data.replace(/^\s*[①-⑳]\s*/u, '');
  addCaption(figure, takeChildren(paragraph));
}
