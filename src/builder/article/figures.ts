import { type AnyNode, type Element, isTag } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { Step } from './article.ts';
import { element, elementsNamed, hasAbove, isBlank, remove, replace } from './tree.ts';

/** Makes a figure of every picture that stands alone in its paragraph or block, linked or not. Figures stay. */
export const wrapFigures: Step = (draft) => {
  for (const picture of elementsNamed(draft.body, 'img')) {
    if (hasAbove(picture, 'figure')) continue;
    const whole = picture.parent && isPicture(picture.parent) ? picture.parent : picture;
    const holder = whole.parent;
    if (holder && isTag(holder) && isHolder(holder)) splitHolder(holder);
    else if (holder === draft.body) {
      const figure = element('figure');
      replace(whole, figure);
      DomUtils.appendChild(figure, whole);
    }
  }
  return draft;
};

/** A picture, or a link around one and nothing else. */
function isPicture(node: AnyNode): node is Element {
  if (!isTag(node)) return false;
  if (node.name === 'img') return true;
  const seen = node.children.filter((child) => !isBlank(child));
  return node.name === 'a' && seen.length === 1 && seen.every(isPicture);
}

function isHolder(node: Element): boolean {
  return ['p', 'div'].includes(node.name) && node.children.every((child) => isBlank(child) || isPicture(child));
}

/** `<p><img><img></p>` → a figure each, in the paragraph's place. */
function splitHolder(holder: Element): void {
  for (const picture of holder.children.filter(isPicture)) DomUtils.prepend(holder, element('figure', {}, [picture]));
  remove(holder);
}
