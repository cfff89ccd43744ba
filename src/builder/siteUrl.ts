import type { Address } from '#shared/post.ts';
import type { Site } from './site.ts';

/** What addresses outside the site's pages begin with. */
export type SiteUrl = Pick<Site, 'url' | 'base' | 'writtenBase'>;

/** The site's `url` as browsers write it, without closing slash; empty when the settings name none that can be used. */
export function originOf({ url }: Pick<Site, 'url'>): string {
  if (last.url !== url) last = { url, origin: parseOrigin(url) };
  return last.origin;
}

// A publish has one site, and asks for every address it writes.
let last = { url: '', origin: '' };

function parseOrigin(url: string): string {
  try {
    const { protocol, origin, pathname } = new URL(url);
    return /^https?:$/.test(protocol) ? origin + pathname.replace(/\/+$/, '') : '';
  } catch {
    return '';
  }
}

/**
 * Where an address of the site is found from anywhere: its URL with whatever path that has, then the base, as Jekyll's
 * `absolute_url` has it; from the site's own host only, when its URL is not known.
 */
export function absoluteUrl(address: Address, site: SiteUrl): string {
  return originOf(site) + site.base.slice(0, -1) + evenPath(address);
}

/** The same; null when the site's URL is not known. */
export function knownUrl(address: Address, site: SiteUrl): string | null {
  return originOf(site) === '' ? null : absoluteUrl(address, site);
}

/** A link or picture of an article from anywhere: its paths have the base already. What is no path stays as it is. */
export function linkFrom(origin: string, href: string): string {
  if (href.startsWith('//')) return `https:${href}`;
  return href.startsWith('/') ? origin + href : href;
}

/** The same as a URL; null where the site's is not known, and for what is no http address. */
export function linkUrl(href: string, site: Pick<Site, 'url'>): string | null {
  try {
    const url = new URL(linkFrom(originOf(site), href));
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * The name for ever of what has this path. It goes by the base that the posts were written for, so that a site that is
 * moved by an option keeps its names.
 */
export function permanentId(path: string, site: SiteUrl): string {
  return originOf(site) + site.writtenBase.slice(0, -1) + evenPath(path);
}

/**
 * A path as Jekyll's `absolute_url` writes it: each segment decoded, NFC, and encoded again where a path must be.
 * Source: Addressable 2.8, `URI#normalized_path`.
 */
export function evenPath(path: string): string {
  if (/^[A-Za-z0-9\-._~/]*$/.test(path)) return path;
  const [, before = '', after = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  return before.split('/').map(evenSegment).join('/') + encode(after, /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?#%]/gu);
}

function evenSegment(segment: string): string {
  const decoded = segment.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun).normalize('NFC');
  return encode(decoded, /[^A-Za-z0-9\-._~!$&'()*+,;=:@]/gu);
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run; // Not UTF-8: it stays as it is, with its percent signs encoded.
  }
}

function encode(text: string, unfit: RegExp): string {
  return text.replace(/\p{Surrogate}/gu, '').replace(unfit, encodeURIComponent);
}
