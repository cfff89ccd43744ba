import type { Address } from '#shared/post.ts';
import type { Site } from '#builder/site.ts';

type Place = Pick<Site, 'url' | 'base'>;

/** An address of the site as a URL that holds anywhere; null where the site does not say on which host it lies. */
export function addressUrl(address: Address, { url, base }: Place): string | null {
  return url === '' ? null : parsed(url + base + address.slice(1));
}

/** A link or picture of an article as such a URL: its paths have the base already. Null for what is no http address. */
export function linkUrl(href: string, { url }: Place): string | null {
  if (href.startsWith('//')) return parsed(`https:${href}`);
  if (!href.startsWith('/')) return parsed(href);
  return url === '' ? null : parsed(url + href);
}

function parsed(text: string): string | null {
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}
