// What figures are told by, and what they are made of.
import { type AnyNode, type ChildNode, type Element, isTag } from 'domhandler';
import { setChildren, takeChildren } from './children.ts';
import { element, elementsNamed, isBlank, textOfNode } from './tree.ts';

const WRAPPERS = new Set(['a', 'b', 'em', 'font', 'i', 'picture', 'span', 'strong']);

/** A picture, or one wrapped in a link or other inline mark-up that holds nothing else. */
export function isPicture(node: ChildNode): node is Element {
  if (!isTag(node)) return false;
  if (node.name === 'img') return true;
  if (!WRAPPERS.has(node.name)) return false;
  const [only, ...more] = node.children.filter(
    (child) => !isBlank(child) && !(isTag(child) && child.name === 'source'),
  );
  return only !== undefined && more.length === 0 && isPicture(only);
}

/** Whether a node is emphasised words from end to end, small or not. */
export function isEmphasis(node: ChildNode): node is Element {
  if (!isTag(node)) return false;
  if (node.name === 'em' || node.name === 'i')
    return textOfNode(node) !== '' && elementsNamed(node, 'img').length === 0;
  if (node.name !== 'small') return false;
  const [only, ...more] = node.children.filter((child) => !isBlank(child));
  return only !== undefined && more.length === 0 && isEmphasis(only);
}

/** Whether a node is a figure with a picture in it. */
export function isPictureFigure(node: AnyNode): node is Element {
  return isTag(node) && node.name === 'figure' && elementsNamed(node, 'img').length > 0;
}

/** Whether a node is what the builder made of pictures that belong together. */
export function isGallery(node: AnyNode): node is Element {
  return isTag(node) && node.attribs['data-b'] === 'gallery';
}

/** A figure's own caption. */
export function captionOf(figure: Element): Element | undefined {
  return figure.children.filter(isTag).find(({ name }) => name === 'figcaption');
}

/** Adds nodes that stand alone to a figure, as its caption or as a further line of it. Blank ones add nothing. */
export function addCaption(figure: Element, nodes: ChildNode[]): void {
  if (nodes.every(isBlank)) return;
  const caption = captionOf(figure);
  if (caption) setChildren(caption, [...takeChildren(caption), element('br'), ...nodes]);
  else setChildren(figure, [...takeChildren(figure), element('figcaption', {}, nodes)]);
}
