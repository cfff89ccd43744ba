import type { Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { Article, LoneCaption } from '#shared/post.ts';
import { elementsNamed, parseTree } from '#builder/article/tree.ts';
import { linkFrom } from '#builder/siteUrl.ts';
import { escapeXml } from './xml.ts';

/** Where an article's relative addresses lead: the site's origin, and the article's own address. */
export type ContentPlace = { readonly origin: string; readonly link: string };

/**
 * An article's HTML for readers that show it elsewhere: all that the reader's own page shows above and below the text
 * belongs to it, and every link and picture is absolute. Null for an article so long that it comes in parts.
 */
export function feedContent(article: Article, place: ContentPlace): string | null {
  if (article.rest !== undefined) return null;
  const parsed = parseTree(article.html);
  if (!parsed.ok) return null;
  for (const node of elementsNamed(parsed.body, 'a', 'img')) makeAbsolute(node, place);
  const html = DomUtils.getInnerHTML(parsed.body, { encodeEntities: 'utf8' });
  return digestHtml(article.digest) + html + captionsHtml(article.captions);
}

/** An address in an article, which is absolute, a path from the host's root, or an element of the text. */
export function absoluteIn(address: string, { origin, link }: ContentPlace): string {
  return address.startsWith('#') ? link + address : linkFrom(origin, address);
}

function makeAbsolute(node: Element, place: ContentPlace): void {
  const name = node.name === 'a' ? 'href' : 'src';
  const address = node.attribs[name];
  if (address !== undefined) node.attribs[name] = absoluteIn(address, place);
}

function digestHtml(digest: string | undefined): string {
  return digest === undefined ? '' : `<blockquote><p>${escapeXml(digest)}</p></blockquote>`;
}

function captionsHtml(captions: readonly LoneCaption[] = []): string {
  const rows = captions.map(({ mark, text }) => `<li>${escapeXml(mark + text)}</li>`);
  return rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '';
}
