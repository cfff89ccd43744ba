import type { Element } from 'domhandler';
import type { Post } from '#builder/post/readPost.ts';
import type { Site } from '#builder/site.ts';
import type { Draft, Step } from './article.ts';
import { hostOfEven } from './evenAddress.ts';
import { elementsNamed } from './tree.ts';

/**
 * Makes every address in the text hold wherever the text is shown: relative ones become absolute paths under the base,
 * and links to the site's own hosts (old ones too) become paths.
 */
export const resolveLinks: Step = (draft, site) => {
  const found = elementsNamed(draft.body, 'a', 'img');
  if (found.length === 0) return draft;
  const resolve = resolver(draft, site);
  for (const node of found) rewrite(node, node.name === 'a' ? 'href' : 'src', resolve);
  return draft;
};

/** Finds the address under which the reader has what an address in a post means; null for what no browser can follow. */
export function resolver({ post }: Pick<Draft, 'post'>, site: Site): (address: string) => string | null {
  let page: string | undefined;
  return (written) => {
    const address = written.trim();
    if (address.startsWith('#')) return written;
    const host = hostOfEven(address);
    if (host !== null && !isOwnHost(host, site)) return address;
    try {
      // Most addresses are whole, and need no page to start from.
      const url = /^https?:\/\//i.test(address) ? new URL(address) : new URL(address, (page ??= pageOf(post, site)));
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return written;
      return isOwnHost(url.host, site) ? underBase(url.pathname, site) + url.search + url.hash : url.href;
    } catch {
      return null;
    }
  };
}

function pageOf(post: Post, site: Site): string {
  const page = new URL(originOf(site));
  page.pathname = `${site.writtenBase.slice(0, -1)}${post.url}`; // Unlike a URL to parse, never another host.
  return page.href;
}

/** Whether a host is the site's, now or formerly. */
export function isOwnHost(host: string, site: Site): boolean {
  return host === originOf(site).host || site.settings.hosts.includes(host);
}

const origins = new WeakMap<Site, URL>();

/** Where the site lies, parsed once. */
function originOf(site: Site): URL {
  const origin = origins.get(site) ?? parseOrigin(site.url);
  origins.set(site, origin);
  return origin;
}

// A site without `url` still has relative links; the name only stands in for its host and never reaches the output.
function parseOrigin(url: string): URL {
  try {
    const { origin } = new URL(url);
    return new URL(origin.startsWith('http') ? origin : 'http://site.invalid');
  } catch {
    return new URL('http://site.invalid');
  }
}

function rewrite(node: Element, attribute: 'href' | 'src', resolve: (address: string) => string | null): void {
  const address = node.attribs[attribute];
  const resolved = address === undefined ? null : resolve(address);
  if (resolved === null) delete node.attribs[attribute];
  else node.attribs[attribute] = resolved;
}

/** A path of the site as it was written → where it lies now. Other paths of the same host stay. */
function underBase(path: string, { base, writtenBase }: Site): string {
  const lying = path.startsWith(writtenBase) ? base + path.slice(writtenBase.length) : path;
  return lying.replace(/^\/{2,}/, '/'); // Without a host before them, two slashes begin another host.
}
