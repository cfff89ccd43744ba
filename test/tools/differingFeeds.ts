import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';

/**
 * Compares the feed and the sitemap of a published site with those that Jekyll's plugins made of the same posts. Returns a
 * sentence for every entry that subscribers would not know again, and every address that is missing or of another time.
 */
export function differingFeeds(out: string, plugins: string): readonly string[] {
  const ours = readFileSync(join(out, 'feed.xml'), 'utf8');
  const theirs = readFileSync(join(plugins, 'feed.xml'), 'utf8');
  const files = readdirSync(out).filter((file) => /^sitemap-.*\.xml$/.test(file));
  const locations = files.flatMap((file) => locationsIn(readFileSync(join(out, file), 'utf8')));
  const isThere = new Set(locations.map(({ said }) => said));
  // A page has no time, and is not published. Of two posts with one address we name the one that is shown there.
  const dated = locationsIn(readFileSync(join(plugins, 'sitemap.xml'), 'utf8')).filter(({ date }) => date !== '');
  const met = new Set(dated.filter(({ said }) => isThere.has(said)).map(({ url }) => url));
  return [
    ...missing('feed.xml', [...entriesIn(theirs)], entriesIn(ours)),
    ...dated.filter(({ url }) => !met.has(url)).map(({ said }) => `sitemap: no ${said}`),
  ];
}

function missing(file: string, theirs: readonly string[], ours: ReadonlySet<string>): readonly string[] {
  return theirs.filter((said) => !ours.has(said)).map((said) => `${file}: no ${said}`);
}

function entriesIn(xml: string): ReadonlySet<string> {
  const entries = elementsIn(xml, 'entry');
  return new Set(entries.map((entry) => ['id', 'published', 'updated'].map((name) => textIn(entry, name)).join(' ')));
}

function locationsIn(xml: string) {
  return elementsIn(xml, 'url').map((location) => {
    const [url, date] = [textIn(location, 'loc'), textIn(location, 'lastmod')];
    return { url, date, said: `${url} ${date}` };
  });
}

function elementsIn(xml: string, name: string) {
  return DomUtils.getElementsByTagName(name, parseDocument(xml, { xmlMode: true }).children);
}

function textIn(element: ReturnType<typeof elementsIn>[number], name: string): string {
  return DomUtils.textContent(DomUtils.getElementsByTagName(name, element.children).slice(0, 1));
}
