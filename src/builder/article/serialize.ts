import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { ALLOWED_TAGS, DROPPED, isAllowedAttribute, MATH_TAGS } from '#shared/allowList.ts';
import type { Site } from '#builder/site.ts';
import { hostOfEven } from './evenAddress.ts';
import { isOwnHost } from './links.ts';
import { contentOf } from './tree.ts';

const ALLOWED = new Set(ALLOWED_TAGS);
const GONE = new Set(DROPPED);
const MATH = new Set(MATH_TAGS);
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
// Characters that no text needs and that browsers treat each in their own way.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/** All that is not written as it stands. Looked for before a text is gone over three times: nearly all have nothing of it. */
const SPECIAL = /[&<>\u00a0\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

/** A tree as HTML: only what the allow-list names, only pictures the settings admit, links and pictures made harmless. */
export function serialize(nodes: readonly AnyNode[], site: Site): string {
  let html = '';
  for (const node of nodes) html += write(node, site);
  return html;
}

/** Whether a picture may be shown: the site's own, embedded as data, or from a host the settings name. */
export function isAllowedPicture(src: string, site: Site): boolean {
  if (!isAllowedAttribute('img', 'src', src)) return false;
  if (!/^(?:https?:)?\/\//i.test(src)) return true;
  const { images } = site.settings;
  return images === 'all' || images.includes(new URL(src, 'https://x.invalid').host);
}

function write(node: AnyNode, site: Site): string {
  if (isText(node)) return writeText(node.data);
  if (!isTag(node) || GONE.has(node.name)) return '';
  if (isOutOfPlace(node)) return writeText(contentOf(node));
  if (node.name === 'img' && !isAllowedPicture(node.attribs['src'] ?? '', site)) return '';
  if (node.name === 'img' && !node.attribs['src']) return '';
  const inner = serialize(node.children, site);
  if (!ALLOWED.has(node.name)) return inner;
  const open = `<${node.name}${attributes(node, site)}>`;
  return VOID.has(node.name) ? open : `${open}${inner}</${node.name}>`;
}

/** Whether MathML stands outside a formula, or anything else in one: browsers and DOMPurify disagree about such trees. */
function isOutOfPlace({ name, parent }: Element): boolean {
  const isInMath = parent !== null && isTag(parent) && MATH.has(parent.name);
  return MATH.has(name) ? name !== 'math' && !isInMath : isInMath;
}

function attributes(node: Element, site: Site): string {
  let written = '';
  for (const name of Object.keys(node.attribs)) {
    if (isOurs(node.name, name)) continue;
    const value = bare(node.attribs[name] ?? '').trim();
    if (isAllowedAttribute(node.name, name, value)) written += ` ${name}="${escaped(value)}"`;
  }
  return written + ours(node, site);
}

// What stands here for every link and picture is not the post's to say.
const OURS = new Set(['rel', 'target', 'loading', 'decoding', 'referrerpolicy']);

function isOurs(tag: string, name: string): boolean {
  return OURS.has(name) && (tag === 'a' || tag === 'img');
}

function ours({ name, attribs }: Element, site: Site): string {
  if (name === 'img') {
    const hasAlt = 'alt' in attribs && isAllowedAttribute(name, 'alt', attribs['alt'] ?? '');
    return `${hasAlt ? '' : ' alt=""'} loading="lazy" decoding="async" referrerpolicy="no-referrer"`;
  }
  const href = attribs['href'] ?? '';
  const leaves = name === 'a' && /^(?:https?:)?\/\//i.test(href) && !isOwnHost(hostOf(href), site);
  return leaves ? ' rel="noopener noreferrer" target="_blank"' : '';
}

function hostOf(href: string): string {
  const host = hostOfEven(href);
  if (host !== null) return host;
  try {
    return new URL(href, 'https://x.invalid').host;
  } catch {
    return ''; // No host is not the site's own.
  }
}

// A carriage return would be read as a line feed, by one reader and not by the other.
function bare(text: string): string {
  return SPECIAL.test(text) ? text.replace(/\r\n?/g, '\n').replace(CONTROLS, '') : text;
}

function writeText(text: string): string {
  return SPECIAL.test(text) ? bare(text).replace(/[&<>\u00a0]/g, (mark) => ENTITIES[mark] ?? mark) : text;
}

function escaped(value: string): string {
  return SPECIAL.test(value) || value.includes('"')
    ? value.replace(/[&"<>\u00a0]/g, (mark) => ENTITIES[mark] ?? mark)
    : value;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};
