import type { Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { Step } from './article.ts';
import { adjacent, element, elementsNamed, moveChildren, remove, textOfNode } from './tree.ts';

const CAPTION_START = /^(?:注|图|来源|数据来源|资料来源|图片来源)[：:]/;
const CENTRED = /(?:^|;)\s*text-align\s*:\s*center/i;

/**
 * Makes the paragraph directly after a picture its caption when it is centred or begins as captions do; all other text
 * after a picture is running text. A picture without alternative text takes its caption for one.
 */
export const attachCaptions: Step = (draft) => {
  for (const figure of elementsNamed(draft.body, 'figure')) {
    if (elementsNamed(figure, 'figcaption').length === 0) {
      const next = adjacent(figure, 'next');
      if (next && isCaption(next)) captionFigure(figure, next);
    }
    describe(figure);
  }
  return draft;
};

/** Moves a paragraph's content into a figure, as its caption. */
export function captionFigure(figure: Element, paragraph: Element): void {
  const caption = element('figcaption');
  moveChildren(paragraph, caption);
  DomUtils.appendChild(figure, caption);
  remove(paragraph);
}

function isCaption(node: Element): boolean {
  if (node.name !== 'p' || elementsNamed(node, 'img').length > 0) return false;
  const isCentred = CENTRED.test(node.attribs['style'] ?? '') || node.attribs['align']?.toLowerCase() === 'center';
  return isCentred || CAPTION_START.test(textOfNode(node));
}

function describe(figure: Element): void {
  const [picture] = elementsNamed(figure, 'img');
  const [caption] = elementsNamed(figure, 'figcaption');
  if (picture && caption && !picture.attribs['alt']?.trim()) picture.attribs['alt'] = textOfNode(caption);
}
