import type { Element } from 'domhandler';
import type { Site } from '#builder/site.ts';
import type { Step } from './article.ts';
import { elementsNamed, elementsOf } from './tree.ts';

/**
 * Makes every address in the text hold wherever the text is shown: relative ones become absolute paths under the base,
 * links to the site's own hosts (old ones too) become paths, and ids that the text links to itself become `a-…`.
 */
export const resolveLinks: Step = (draft, site) => {
  const page = new URL(originOf(site));
  page.pathname = `${site.writtenBase.slice(0, -1)}${draft.post.url}`; // Unlike a URL to parse, never another host.
  renameIds(elementsOf(draft.body));
  for (const link of elementsNamed(draft.body, 'a')) rewrite(link, 'href', page, site);
  for (const picture of elementsNamed(draft.body, 'img')) rewrite(picture, 'src', page, site);
  return draft;
};

/** Whether a host is the site's, now or formerly. */
export function isOwnHost(host: string, site: Site): boolean {
  return host === new URL(originOf(site)).host || site.settings.hosts.includes(host);
}

// A site without `url` still has relative links; the name only stands in for its host and never reaches the output.
function originOf(site: Site): string {
  try {
    const { origin } = new URL(site.url);
    return origin.startsWith('http') ? origin : 'http://site.invalid';
  } catch {
    return 'http://site.invalid';
  }
}

function rewrite(node: Element, attribute: 'href' | 'src', page: URL, site: Site): void {
  const address = node.attribs[attribute]?.trim();
  if (address === undefined || address.startsWith('#')) return;
  try {
    const url = new URL(address, page.href);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return;
    const isOwn = isOwnHost(url.host, site);
    node.attribs[attribute] = isOwn ? underBase(url.pathname, site) + url.search + url.hash : url.href;
  } catch {
    delete node.attribs[attribute]; // What no browser could follow is no link.
  }
}

/** A path of the site as it was written → where it lies now. Other paths of the same host stay. */
function underBase(path: string, { base, writtenBase }: Site): string {
  return path.startsWith(writtenBase) ? base + path.slice(writtenBase.length) : path;
}

/** Ids that a link of the same article names get the prefix; all others go with the attributes that are dropped. */
function renameIds(nodes: readonly Element[]): void {
  const targets = new Set(nodes.map(({ attribs }) => fragmentOf(attribs['href'])).filter((id) => id !== null));
  for (const { attribs } of nodes) {
    const id = attribs['id'] ?? attribs['name'];
    delete attribs['id'];
    if (id !== undefined && targets.has(id)) attribs['id'] = prefixed(id);
    const fragment = fragmentOf(attribs['href']);
    if (fragment !== null) attribs['href'] = `#${encodeURIComponent(prefixed(fragment))}`;
  }
}

function fragmentOf(href: string | undefined): string | null {
  if (!href?.startsWith('#') || href.length === 1) return null;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1); // A stray percent sign is part of the name.
  }
}

function prefixed(id: string): string {
  return `a-${id.trim().replace(/\s+/g, '-')}`;
}
