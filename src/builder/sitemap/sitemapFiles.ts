import { textElement, xmlDocument } from '#builder/feeds/xml.ts';

/** An address in a sitemap, and when what it shows was dated. */
export type SiteLocation = { readonly url: string; readonly date?: string };

const ATTRIBUTES = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

// The protocol allows no longer one.
const MAX_URL = 2047;

/** Some of a site's addresses as a sitemap; at most 50,000 may be given. */
export function sitemapFile(locations: readonly SiteLocation[]): Buffer {
  const fitting = locations.filter(({ url }) => url.length <= MAX_URL);
  const parts = fitting.map(({ url, date }) => {
    return `<url>${textElement('loc', url)}${date === undefined ? '' : textElement('lastmod', date)}</url>`;
  });
  return xmlDocument('urlset', ATTRIBUTES, parts);
}

/**
 * The index of sitemaps. It tells no times: when a file changed, only a clock knows, and a time that is not the true one
 * keeps a crawler from what is new.
 */
export function sitemapIndex(urls: readonly string[]): Buffer {
  const parts = urls.map((url) => `<sitemap>${textElement('loc', url)}</sitemap>`);
  return xmlDocument('sitemapindex', ATTRIBUTES, parts);
}

/** A `robots.txt` that keeps nobody out and, where there is one, names the sitemap. */
export function robotsFile(sitemap: string | null): Buffer {
  return Buffer.from(`User-agent: *\nDisallow:\n${sitemap === null ? '' : `\nSitemap: ${sitemap}\n`}`);
}
