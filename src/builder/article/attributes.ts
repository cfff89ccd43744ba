import { isAllowedAttribute } from '#shared/allowList.ts';
import type { Site } from '#builder/site.ts';
import { hostOfEven } from './evenAddress.ts';
import { isOwnHost } from './links.ts';
import { bareText, writeValue } from './writeText.ts';

type Attributes = Readonly<Record<string, string>>;

/** Whether a picture may be shown: the site's own, embedded as data, or from a host the settings name. */
export function isAllowedPicture(address: string, site: Site): boolean {
  const src = bareValue(address);
  if (src === '' || !isAllowedAttribute('img', 'src', src)) return false;
  const host = hostIn(src);
  const { images } = site.settings;
  return host === null || images === 'all' || images.includes(host);
}

/** The attributes of an element that is written by this name: those the allow-list admits, and what every link and picture gets. */
export function writeAttributes(name: string, attributes: Attributes, site: Site): string {
  let written = '';
  for (const attribute of Object.keys(attributes)) {
    if (isOurs(name, attribute)) continue;
    const value = bareValue(attributes[attribute] ?? '');
    if (isAllowedAttribute(name, attribute, value)) written += ` ${attribute}="${writeValue(value)}"`;
  }
  return written + ours(name, attributes, site);
}

function bareValue(value: string): string {
  return bareText(value).trim();
}

// What stands here for every link and picture is not the post's to say.
const OURS = new Set(['rel', 'target', 'loading', 'decoding', 'referrerpolicy']);

function isOurs(name: string, attribute: string): boolean {
  return OURS.has(attribute) && (name === 'a' || name === 'img');
}

function ours(name: string, { alt, href }: Attributes, site: Site): string {
  if (name === 'img') {
    const hasAlt = alt !== undefined && isAllowedAttribute(name, 'alt', bareValue(alt));
    return `${hasAlt ? '' : ' alt=""'} loading="lazy" decoding="async" referrerpolicy="no-referrer"`;
  }
  const host = name === 'a' && href !== undefined ? hostIn(bareValue(href)) : null;
  return host === null || isOwnHost(host, site) ? '' : ' rel="noopener noreferrer" target="_blank"';
}

/** The host that an address names, as a browser reads it: null when it names none, empty when it cannot be one. */
function hostIn(address: string): string | null {
  const even = hostOfEven(address);
  if (even !== null) return even;
  if (!/^(?:https?:|[\\/]{2})/i.test(address.replace(/[\t\n]/g, ''))) return null;
  try {
    return new URL(address, 'https://x.invalid').host;
  } catch {
    return '';
  }
}
