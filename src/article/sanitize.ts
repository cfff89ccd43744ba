import DOMPurify from 'dompurify';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, ANY_TAG, DROPPED, isAllowedAttribute } from '#shared/allowList.ts';
import { isTrueSize } from '#shared/pictureSize.ts';

const ATTRIBUTES = [...new Set([...ANY_TAG, ...Object.values(ALLOWED_ATTRIBUTES).flat()])];

/**
 * An article's HTML → nodes that may be shown: only what the allow-list names, links and pictures made harmless. The
 * string is parsed here once, and never again.
 */
export function sanitize(html: string): DocumentFragment {
  return purifier().sanitize(html, {
    ALLOWED_TAGS: [...ALLOWED_TAGS],
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    FORBID_CONTENTS: [...DROPPED],
    RETURN_DOM_FRAGMENT: true,
  });
}

type Purifier = typeof DOMPurify;

let purify: Purifier | null = null;

function purifier(): Purifier {
  if (purify) return purify;
  purify = DOMPurify(window);
  purify.addHook('uponSanitizeAttribute', (node, data) => {
    data.keepAttr = isAllowedAttribute(node.nodeName.toLowerCase(), data.attrName, data.attrValue);
  });
  purify.addHook('uponSanitizeElement', (node) => {
    // A formula is MathML through and through. HTML inside it is how one reading of a text differs from the next.
    if (node instanceof HTMLElement && node.parentElement?.closest('math')) node.remove();
  });
  purify.addHook('afterSanitizeAttributes', (node) => {
    if (node instanceof HTMLAnchorElement) guardLink(node);
    else if (node instanceof HTMLImageElement) guardPicture(node);
  });
  return purify;
}

function guardLink(link: HTMLAnchorElement): void {
  link.removeAttribute('rel');
  link.removeAttribute('target');
  const leaves = link.hasAttribute('href') && /^https?:$/.test(link.protocol) && link.origin !== location.origin;
  if (!leaves) return;
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
}

function guardPicture(picture: HTMLImageElement): void {
  if (!picture.hasAttribute('src')) picture.remove();
  if (!picture.hasAttribute('alt')) picture.alt = '';
  if (!hasTrueSize(picture)) {
    picture.removeAttribute('width');
    picture.removeAttribute('height');
  }
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('decoding', 'async');
  picture.setAttribute('referrerpolicy', 'no-referrer');
}

function hasTrueSize(picture: HTMLImageElement): boolean {
  const [width = 0, height = 0] = ['width', 'height'].map((name) => pixels(picture.getAttribute(name)));
  return isTrueSize(width, height);
}

function pixels(text: string | null): number {
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : 0;
}
