import { type AnyNode, type Element, isTag } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { Step } from './article.ts';
import { element, elementsNamed, hasAbove, isBlank, remove, replace } from './tree.ts';

/** Makes a figure of every picture that stands alone in its paragraph or block, linked or not. Figures stay. */
export const wrapFigures: Step = (draft) => {
  const pictures = elementsNamed(draft.body, 'img').filter((picture) => !hasAbove(picture, 'figure'));
  const wholes = pictures.map((picture) => (picture.parent && isPicture(picture.parent) ? picture.parent : picture));
  for (const holder of new Set(wholes.map(({ parent }) => parent))) {
    if (holder && isTag(holder) && isHolder(holder)) splitHolder(holder);
  }
  for (const whole of wholes) if (whole.parent === draft.body) wrap(whole);
  return draft;
};

function wrap(picture: Element): void {
  const figure = element('figure');
  replace(picture, figure);
  DomUtils.appendChild(figure, picture);
}

/** A picture, or a link around one and nothing else. */
function isPicture(node: AnyNode): node is Element {
  if (!isTag(node)) return false;
  if (node.name !== 'a') return node.name === 'img';
  const seen = node.children.filter((child) => !isBlank(child));
  return seen.length === 1 && seen.every(isPicture);
}

function isHolder(node: Element): boolean {
  return ['p', 'div'].includes(node.name) && node.children.every((child) => isBlank(child) || isPicture(child));
}

/** `<p><img><img></p>` → a figure each, in the paragraph's place. */
function splitHolder(holder: Element): void {
  for (const picture of holder.children.filter(isPicture)) DomUtils.prepend(holder, element('figure', {}, [picture]));
  remove(holder);
}
