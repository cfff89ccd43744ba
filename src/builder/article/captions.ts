import { type Element, Text } from 'domhandler';
import type { Step } from './article.ts';
import { removeAll, takeChildren } from './children.ts';
import { addCaption, captionOf, isEmphasis, isGallery } from './figureParts.ts';
import { adjacent, elementsNamed, isBlank, textOfNode } from './tree.ts';

const CAPTION_START = /^(?:注|图|来源|数据来源|资料来源|图片来源)[：:]/;
const CENTRED = /(?:^|;)\s*text-align\s*:\s*center/i;

/**
 * Makes the paragraph directly after a picture its caption when it is centred, wholly emphasised or begins as captions
 * do; all other text after a picture is running text. A picture without one takes its title for a caption.
 */
export const attachCaptions: Step = (draft) => {
  const moved: Element[] = [];
  for (const figure of elementsNamed(draft.body, 'figure')) {
    const [picture] = elementsNamed(figure, 'img');
    if (!picture || captionOf(figure)) continue;
    const next = paragraphAfter(figure);
    const title = picture.attribs['title']?.trim();
    if (next && isCaption(next)) {
      addCaption(figure, takeChildren(next));
      moved.push(next);
    } else if (title) {
      addCaption(figure, [new Text(title)]);
      delete picture.attribs['title'];
    }
  }
  removeAll(moved);
  return draft;
};

/**
 * Gives pictures their alternative text: a text that says nothing, as the settings name them, is none, and a figure's
 * picture without one takes the caption.
 */
export const describePictures: Step = (draft, { settings }) => {
  const pictures = elementsNamed(draft.body, 'img');
  if (pictures.length === 0) return draft;
  const empty = new Set(settings.pictures.emptyAlt.map((text) => text.toLowerCase()));
  for (const { attribs } of pictures) if (empty.has((attribs['alt'] ?? '').trim().toLowerCase())) delete attribs['alt'];
  for (const figure of elementsNamed(draft.body, 'figure')) {
    const [picture] = elementsNamed(figure, 'img');
    const caption = captionOf(figure);
    if (picture && caption && !picture.attribs['alt']?.trim()) picture.attribs['alt'] = textOfNode(caption);
  }
  return draft;
};

/** What follows a figure; what follows a gallery follows its last figure. */
function paragraphAfter(figure: Element): Element | null {
  const { parent } = figure;
  const isLast = parent && isGallery(parent) && figure.next === null;
  return adjacent(isLast ? parent : figure, 'next');
}

function isCaption(node: Element): boolean {
  if (node.name !== 'p' || elementsNamed(node, 'img').length > 0) return false;
  const isCentred = CENTRED.test(node.attribs['style'] ?? '') || node.attribs['align']?.toLowerCase() === 'center';
  if (isCentred || CAPTION_START.test(textOfNode(node))) return true;
  const [only, ...more] = node.children.filter((child) => !isBlank(child));
  return only !== undefined && more.length === 0 && isEmphasis(only);
}
