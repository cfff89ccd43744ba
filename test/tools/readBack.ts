// Runs in a page: how a browser reads the HTML that the builder wrote.
import { sanitize } from '#article/sanitize.ts';
import { MATH_TAGS } from '#shared/allowList.ts';

const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
const MATH = new Set(MATH_TAGS);
const MATH_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';
const EMPTY = pageOf('').documentElement.outerHTML;

/** What is wrong with HTML that the builder wrote when it is read as part of a page; null when nothing. */
export function faultOf(html: string): string | null {
  const page = pageOf(html);
  const body = page.querySelector('.article-body');
  if (!body) return `it is not in the page:\n${html}`;
  const fault = faultIn(body, html);
  body.replaceChildren();
  if (fault !== null || page.documentElement.outerHTML === EMPTY) return fault;
  return `it changes what stands around it:\n${html}`;
}

/**
 * What is wrong with an element that a browser filled from HTML that the builder wrote: whether it holds another tree,
 * and whether DOMPurify makes another of it; null when nothing.
 */
export function faultIn(body: Element, html: string): string | null {
  const read = Array.from(body.childNodes, written).join('');
  if (read !== html) return `it is read as\n${read}\nbut written as\n${html}`;
  const purified = document.createElement('div');
  purified.className = body.className;
  purified.append(sanitize(html));
  for (const tree of [body, purified]) tree.normalize(); // Some parsers part a long text.
  return body.isEqualNode(purified) ? null : `it is purified to\n${purified.innerHTML}\nbut written as\n${html}`;
}

function pageOf(html: string): Document {
  const text = `<main><article><h1>x</h1><div class="article-body">${html}</div><footer><p>x</p></footer></article></main>`;
  return new DOMParser().parseFromString(`<!doctype html><html lang="en"><body>${text}</body></html>`, 'text/html');
}

/** A node as the builder would write it if its tree were this. Only a tree that is written as it is read gives the same. */
function written(node: Node): string {
  if (node instanceof Text) return escaped(node.data);
  if (!(node instanceof Element)) return `<?${node.nodeName}?>`;
  const isMath = node.namespaceURI === MATH_NAMESPACE;
  const name = `${isMath === MATH.has(node.localName) ? '' : '?'}${node.localName}`;
  const attributes = Array.from(node.attributes, (attribute) => ` ${attribute.name}="${quoted(attribute.value)}"`);
  const open = `<${name}${attributes.join('')}>`;
  if (VOID.has(name)) return open;
  const inner = Array.from(node.childNodes, written).join('');
  // The first line end in it is not read.
  return `${open}${name === 'pre' && inner.startsWith('\n') ? '\n' : ''}${inner}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
}

function quoted(value: string): string {
  return escaped(value).replaceAll('"', '&quot;');
}
