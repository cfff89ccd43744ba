import type { Element } from 'domhandler';
import type { Site } from '#builder/site.ts';
import type { Step } from './article.ts';
import { elementsNamed } from './tree.ts';

/**
 * Makes every address in the text hold wherever the text is shown: relative ones become absolute paths under the base,
 * and links to the site's own hosts (old ones too) become paths.
 */
export const resolveLinks: Step = (draft, site) => {
  const page = new URL(originOf(site));
  page.pathname = `${site.writtenBase.slice(0, -1)}${draft.post.url}`; // Unlike a URL to parse, never another host.
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
