import { DROPPED, MATH_TAGS } from '#shared/allowList.ts';
import type { Step } from './article.ts';
import { removeAll } from './children.ts';
import { elementsOf } from './tree.ts';

const UNREAD = new Set([...DROPPED, ...MATH_TAGS]);

/**
 * Drops what is no text of an article, such as styles and scripts, before any step could take it for words. A post's own
 * MathML goes too: what is shown is made of TeX.
 */
export const dropUnread: Step = (draft) => {
  removeAll(elementsOf(draft.body).filter(({ name }) => UNREAD.has(name)));
  return draft;
};
