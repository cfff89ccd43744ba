import { DROPPED } from '#shared/allowList.ts';
import type { Step } from './article.ts';
import { elementsNamed, remove } from './tree.ts';

/** Drops what is no text of an article, such as styles and scripts, before any step could take it for words. */
export const dropUnread: Step = (draft) => {
  for (const node of elementsNamed(draft.body, ...DROPPED).toReversed()) remove(node);
  return draft;
};
