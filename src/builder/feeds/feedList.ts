import { streamPath } from '#shared/paths.ts';
import { compareText } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { absoluteUrl } from '#builder/siteUrl.ts';
import { type FeedKind, SITE_FEED, streamFeedPath } from './feedPaths.ts';
import { textElement, xmlDocument, xmlElement } from './xml.ts';

/** A stream that has a feed. */
export type FedStream = { readonly slug: string; readonly name: string };

const MAX_TAGS = 1000;

/**
 * All feeds of a site in OPML 2.0, for feed readers to take in at once. Tags, given by size, only as far as people can
 * choose among them: a thousand. They stand by slug, since an order by size changes with every publish.
 */
export function feedList(site: Site, streams: Readonly<Record<FeedKind, readonly FedStream[]>>): Buffer {
  const parts = [
    `<head>${textElement('title', site.title)}</head>`,
    '<body>',
    outline(site.title, SITE_FEED, '/', site),
    ...outlines('category', streams.category, site),
    ...outlines('tag', streams.tag.slice(0, MAX_TAGS), site),
    '</body>',
  ];
  return xmlDocument('opml', { version: '2.0' }, parts);
}

function outlines(kind: FeedKind, streams: readonly FedStream[], site: Site): readonly string[] {
  const sorted = streams.toSorted((a, b) => compareText(a.slug, b.slug));
  return sorted.map(({ slug, name }) => {
    return outline(name, streamFeedPath(kind, slug), streamPath(kind, slug), site, `/${kind}`);
  });
}

function outline(text: string, feed: string, page: string, site: Site, category?: string): string {
  const [xmlUrl, htmlUrl] = [absoluteUrl(feed, site), absoluteUrl(page, site)];
  return xmlElement('outline', { text, title: text, type: 'rss', category, xmlUrl, htmlUrl });
}
