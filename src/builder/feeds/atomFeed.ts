import { VERSION } from '#shared/version.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { escapeXml, textElement, xmlDocument, xmlElement } from './xml.ts';

// Of a feed without posts: what it says then must not depend on the clock.
const NEVER = '1970-01-01T00:00:00Z';

/** A feed as Atom (RFC 4287), with what jekyll-feed's feeds hold. */
export function atomFeed({ id, self, page, title, subtitle, author, lang, entries }: Feed): Buffer {
  const parts = [
    `<generator version="${VERSION}">Broadsheet</generator>`,
    xmlElement('link', { href: page, rel: 'alternate', type: 'text/html', hreflang: lang }),
    xmlElement('link', { href: self, rel: 'self', type: 'application/atom+xml' }),
    textElement('updated', latestOf(entries)),
    textElement('id', id),
    textElement('title', title),
    ...(subtitle === undefined ? [] : [textElement('subtitle', subtitle)]),
    authorElement(author),
    ...entries.map(entryElement),
  ];
  return xmlDocument('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, parts);
}

function entryElement(entry: FeedEntry): string {
  const { id, link, title, date, names, summary, content, author, lang, original } = entry;
  const parts = [
    textElement('title', title),
    xmlElement('link', { href: link, rel: 'alternate', type: 'text/html', title }),
    ...(original === undefined ? [] : [xmlElement('link', { href: original, rel: 'via' })]),
    textElement('published', date),
    textElement('updated', date),
    textElement('id', id),
    ...(content === undefined ? [] : [contentElement(content, link)]),
    ...(author === undefined ? [] : [authorElement(author)]),
    ...names.map((term) => xmlElement('category', { term })),
    ...(summary === undefined ? [] : [textElement('summary', summary)]),
  ];
  return xmlElement('entry', { 'xml:lang': lang }, parts.join(''));
}

function contentElement(html: string, link: string): string {
  return xmlElement('content', { type: 'html', 'xml:base': link }, escapeXml(html));
}

function authorElement(name: string): string {
  return `<author>${textElement('name', name)}</author>`;
}

function latestOf(entries: readonly FeedEntry[]): string {
  return entries.reduce((latest, { date }) => (Date.parse(date) > Date.parse(latest) ? date : latest), NEVER);
}
