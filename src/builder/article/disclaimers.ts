import { type Element, isTag } from 'domhandler';
import type { Step } from './article.ts';
import { hasText } from './text.ts';
import { textOfNode } from './tree.ts';

const DISCLAIMERS: readonly RegExp[] = [
  /^[（([【]?\s*(?:(?:特别|郑重|重要|免责|版权){0,2}声明|(?:投资)?风险提示|免责条款)\s*[：:】\]]/u,
  /^[（([]?\s*(?:以上|上述|本文|本稿|文中|本报告)[^。]{0,30}不构成[^。]{0,20}(?:建议|依据|意见|要约|邀约)/u,
  /^[([]?\s*(?:disclaimer|risk (?:warning|disclosure))\s*:/i,
];

/** Marks the paragraphs at the end of a text that only say who answers for it: they are set small and not searched. */
export const markDisclaimers: Step = (draft) => {
  const blocks = draft.body.children.filter(isTag).filter(hasText);
  const others = blocks.findLastIndex((block) => !isDisclaimer(block));
  // A text of nothing else is a text.
  if (others !== -1) for (const { attribs } of blocks.slice(others + 1)) attribs['data-b'] = 'disclaimer';
  return draft;
};

/** Whether a paragraph only says who answers for the text. */
export function isDisclaimer(block: Element): boolean {
  return block.name === 'p' && DISCLAIMERS.some((pattern) => pattern.test(textOfNode(block)));
}
