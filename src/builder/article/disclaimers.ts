import { type ChildNode, type Element, isTag } from 'domhandler';
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
  const { children } = draft.body;
  const last = children.findLastIndex((node) => isWordy(node) && !isDisclaimer(node));
  // A text of nothing else is a text.
  if (last === -1) return draft;
  for (const { attribs } of children.slice(last + 1).filter(isWordy)) attribs['data-b'] = 'disclaimer';
  return draft;
};

function isWordy(node: ChildNode): node is Element {
  return isTag(node) && hasText(node);
}

/** Whether a paragraph only says who answers for the text. */
export function isDisclaimer(block: Element): boolean {
  if (block.name !== 'p') return false;
  const text = textOfNode(block);
  return DISCLAIMERS.some((pattern) => pattern.test(text));
}
