import type { Element } from 'domhandler';
import type { Step } from './article.ts';
import { removeAll } from './children.ts';
import { selectElements } from './selectElements.ts';
import { commentsOf, elementsOf } from './tree.ts';

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const TINY_STYLE =
  /(?:^|;)\s*(?:max-)?(?:width|height|inline-size|block-size)\s*:\s*(?:0[a-z%]*|(?:[01](?:\.\d+)?|\.\d+)(?:px|pt)?)\s*(?:!important\s*)?(?:;|$)/i;

/**
 * Removes what no reader was meant to see: hidden elements, pictures of 1×1, what the settings name, comments, and the
 * marks that only the builder sets.
 */
export const removeHidden: Step = (draft, site) => {
  const unwanted = site.settings.remove.flatMap((selector) => selectElements(selector, draft.body));
  const comments = commentsOf(draft.body);
  const elements = elementsOf(draft.body);
  for (const { attribs } of elements) if (attribs['data-b'] !== undefined) delete attribs['data-b'];
  const hidden = elements.filter(isHidden);
  for (const nodes of [unwanted, comments, hidden]) removeAll(nodes);
  return draft;
};

function isHidden({ name, attribs }: Element): boolean {
  const { style, hidden } = attribs;
  if (hidden !== undefined || (style !== undefined && HIDDEN_STYLE.test(style))) return true;
  if (name !== 'img') return false;
  return isTiny(attribs['width']) || isTiny(attribs['height']) || (style !== undefined && TINY_STYLE.test(style));
}

// Browsers read a length as far as it is one: `1.0`, `.5`, `1px` and `1x` are tiny, `1%` is not.
function isTiny(size = ''): boolean {
  const length = Number.parseFloat(size);
  return length >= 0 && length < 2 && (length === 0 || !size.includes('%'));
}
