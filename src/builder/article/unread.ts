import { DROPPED, MATH_TAGS } from '#shared/allowList.ts';
import type { Step } from './article.ts';
import { elementsNamed, remove } from './tree.ts';

/**
 * Drops what is no text of an article, such as styles and scripts, before any step could take it for words. A post's own
 * MathML goes too: what is shown is made of TeX.
 */
export const dropUnread: Step = (draft) => {
  for (const node of elementsNamed(draft.body, ...DROPPED, ...MATH_TAGS).toReversed()) remove(node);
  return draft;
};
