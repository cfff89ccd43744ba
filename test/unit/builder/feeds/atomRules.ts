import { attributesOf, textsOf } from './readXml.ts';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** What RFC 4287 forbids and is found in a feed all the same. */
export function atomFaults(feed: Document): string[] {
  const root = feed.documentElement;
  const entries = [...root.getElementsByTagName('entry')];
  const ids = [...entries.flatMap((entry) => childTexts(entry, 'id'))];
  return [
    ...(root.namespaceURI === 'http://www.w3.org/2005/Atom' ? [] : ['is in no namespace of Atom']),
    ...faultsOf(root),
    ...(childTexts(root, 'author').length > 0 ? [] : ['has no author']),
    ...(attributesOf(root, 'link', 'rel').includes('self') ? [] : ['does not link to itself']),
    ...entries.flatMap(faultsOf),
    ...(new Set(ids).size === ids.length ? [] : ['two entries have one id']),
    ...[...textsOf(root, 'updated'), ...textsOf(root, 'published')].filter((date) => !RFC_3339.test(date)),
  ];
}

function faultsOf(element: Element): string[] {
  const once = ['id', 'title', 'updated'].filter((name) => childTexts(element, name).length !== 1);
  const hrefs = [...element.children]
    .filter(({ localName }) => localName === 'link')
    .map((link) => link.getAttribute('href'));
  const addresses = [...childTexts(element, 'id'), ...hrefs].filter((address) => !URL.canParse(address ?? ''));
  return [...once.map((name) => `not one ${name}`), ...addresses.map((address) => `${address} is no IRI`)];
}

function childTexts(element: Element, name: string): string[] {
  return [...element.children]
    .filter(({ localName }) => localName === name)
    .map(({ textContent }) => textContent ?? '');
}
