import type { Feed, FeedEntry } from './feed.ts';
import { plainText } from './xml.ts';

/** A feed as JSON Feed 1.1; `self` is where it lies. */
export function jsonFeed(
  { page, title, subtitle, author, lang, entries }: Omit<Feed, 'id' | 'self'>,
  self: string,
): Buffer {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: plainText(title),
    home_page_url: page,
    feed_url: self,
    ...(subtitle !== undefined && { description: plainText(subtitle) }),
    ...(lang !== undefined && { language: lang }),
    authors: [{ name: plainText(author) }],
    items: entries.map(itemOf),
  };
  return Buffer.from(`${JSON.stringify(feed, null, 1)}\n`);
}

function itemOf({ id, link, title, date, names, summary, content, author, picture, lang, original }: FeedEntry) {
  return {
    id,
    url: link,
    ...(original !== undefined && { external_url: plainText(original) }),
    title: plainText(title),
    // One of the two must be there.
    ...(content === undefined ? { content_text: plainText(summary ?? title) } : { content_html: plainText(content) }),
    ...(summary !== undefined && { summary: plainText(summary) }),
    ...(picture !== undefined && { image: plainText(picture) }),
    date_published: date,
    ...(author !== undefined && { authors: [{ name: plainText(author) }] }),
    ...(names.length > 0 && { tags: names.map(plainText) }),
    ...(lang !== undefined && { language: lang }),
  };
}
