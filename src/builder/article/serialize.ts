import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Site } from '#builder/site.ts';
import { isAllowedPicture, writeAttributes } from './attributes.ts';
import { holdsBlock, isGone, isMath, nameAt, type Place, placeIn, TOP } from './nesting.ts';
import { sortTable } from './tableParts.ts';
import { contentOf } from './tree.ts';
import { writeText } from './writeText.ts';

const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
/** MathML in which a browser would read HTML again. */
const TOKENS = new Set(['mi', 'mn', 'mo', 'mtext']);

/**
 * A tree as HTML: only what the allow-list names, only pictures the settings admit, links and pictures made harmless.
 * A browser that reads it finds the tree that was written, whatever tree that is.
 */
export function serialize(nodes: readonly AnyNode[], site: Site): string {
  return writeAll(nodes, site, TOP);
}

function writeAll(nodes: readonly AnyNode[], site: Site, place: Place): string {
  let html = '';
  for (const node of nodes) html += write(node, site, place);
  return html;
}

function write(node: AnyNode, site: Site, place: Place): string {
  if (isText(node)) return writeText(node.data);
  if (!isTag(node) || isGone(node.name)) return '';
  const name = nameAt(place, node.name);
  if (name === null) return writeAll(node.children, site, place);
  if (name === 'img' && !isAllowedPicture(node.attribs['src'] ?? '', site)) return '';
  if (name === 'p') return writeParagraph(node, site, place);
  if (name === 'table') return writeTable(node, site, place);
  return writeElement(node, name, { site, place });
}

function writeElement(node: Element, name: string, { site, place }: { site: Site; place: Place }): string {
  const open = `<${name}${writeAttributes(name, node.attribs, site)}>`;
  if (VOID.has(name)) return open;
  const inner = name === 'math' ? writeMath(node, site) : writeAll(node.children, site, placeIn(place, name));
  // A line end right after this tag is not read.
  return `${open}${name === 'pre' && inner.startsWith('\n') ? '\n' : ''}${inner}</${name}>`;
}

/** A paragraph that blocks stand in becomes several, with the blocks between them. */
function writeParagraph(node: Element, site: Site, place: Place): string {
  if (!node.children.some(holdsBlock)) return writeElement(node, 'p', { site, place });
  const attributes = writeAttributes('div', node.attribs, site);
  const outer = attributes === '' ? place : placeIn(place, 'div');
  let html = '';
  let line = '';
  const endLine = () => {
    if (!/^(?:\s|<br>)*$/.test(line)) html += `<p>${line}</p>`;
    line = '';
  };
  for (const child of node.children) {
    if (!holdsBlock(child)) {
      line += write(child, site, placeIn(outer, 'p'));
      continue;
    }
    endLine();
    html += write(child, site, outer);
  }
  endLine();
  return attributes === '' ? html : `<div${attributes}>${html}</div>`;
}

function writeTable(node: Element, site: Site, place: Place): string {
  const { before, sorted } = sortTable(node);
  return writeAll(before, site, place) + writeElement(sorted, 'table', { site, place });
}

/** What stands in a formula: MathML and text. Browsers and DOMPurify disagree about anything else there. */
function writeMath({ name, children }: Element, site: Site): string {
  let html = '';
  for (const child of children) {
    if (isTag(child) && isMath(child.name) && child.name !== 'math' && !TOKENS.has(name))
      html += `<${child.name}${writeAttributes(child.name, child.attribs, site)}>${writeMath(child, site)}</${child.name}>`;
    else html += writeText(contentOf(child));
  }
  return html;
}
