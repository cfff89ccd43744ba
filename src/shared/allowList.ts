/**
 * MathML that only shows, and holds no text but its own: nothing here lets HTML back in or links anywhere. The builder
 * makes it of TeX; what a post brings itself is dropped.
 */
export const MATH_TAGS: readonly string[] = [
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot', 'msub', 'msup', 'msubsup'],
  ...['munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded'],
  ...['mphantom'],
];

/** The elements an article may keep. Everything else is unwrapped, or dropped with its content (`DROPPED`). */
export const ALLOWED_TAGS: readonly string[] = [
  ...MATH_TAGS,
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del'],
  ...[
    'details',
    'dfn',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'img',
  ],
  ...['ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strong'],
  ...['sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr'],
];

/** Elements whose content is no text of the article either. */
export const DROPPED: readonly string[] = [
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'object',
    'embed',
    'applet',
    'frame',
    'frameset',
    'noframes',
  ],
  ...['noembed', 'audio', 'video', 'canvas', 'svg', 'input', 'button', 'select', 'option', 'textarea', 'title'],
  ...['head', 'base', 'link', 'meta', 'dialog', 'map', 'area', 'param', 'source', 'track', 'plaintext', 'xmp'],
];

/** The attributes each element may keep, besides `ANY_TAG`. Values are checked by `isAllowedValue`. */
export const ALLOWED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel', 'target'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'datetime'],
  details: ['open'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'referrerpolicy'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  math: ['display'],
  mfrac: ['linethickness'],
  mi: ['mathvariant'],
  mo: ['fence', 'largeop', 'lspace', 'movablelimits', 'rspace', 'separator', 'stretchy', 'symmetric'],
  mspace: ['width'],
  mstyle: ['displaystyle', 'scriptlevel'],
  mtable: ['displaystyle'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  td: ['colspan', 'rowspan', 'align'],
  th: ['colspan', 'rowspan', 'align', 'scope'],
  time: ['datetime'],
};

/** The attributes any element may keep. */
export const ANY_TAG: readonly string[] = ['dir', 'id', 'lang', 'title', 'data-b'];

/**
 * What the builder marks, in `data-b`: the link that stands for an embed, the link from a picture to a larger one,
 * pictures that belong together, what scrolls in place, footnotes, a
 * closing disclaimer. A post cannot forge it.
 */
export const MARKS: readonly string[] = ['embed', 'original', 'gallery', 'scroll', 'footnotes', 'disclaimer'];

const PICTURE_DATA = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=]*$/i;
// DOMPurify knows it by no other spelling.
const DATA = /^\s*data:/;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const LINK_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);
const URL_ATTRIBUTES = new Set(['href', 'src', 'cite']);

/**
 * Whether an address may stand in `href`, `src` or `cite`: relative, or of a scheme that runs nothing. Pictures may
 * also be `data:` of a raster format. Browsers skip blanks and control characters in a scheme, so they are taken out
 * before looking.
 */
export function isAllowedUrl(attribute: string, url: string): boolean {
  const bare = withoutBlanks(url);
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return true;
  if (attribute === 'src')
    return scheme === 'http' || scheme === 'https' || (DATA.test(url) && PICTURE_DATA.test(bare));
  return LINK_SCHEMES.has(scheme);
}

// DOMPurify drops what could end raw text or a comment if it were ever read as such; so must the builder, to write the same.
const ENDS_RAW_TEXT = /(?:--!?|\])>|<\/(?:style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)/i;

/** Whether an element may keep an attribute with this value. Names are lower case. */
export function isAllowedAttribute(tag: string, name: string, value: string): boolean {
  const own = Object.hasOwn(ALLOWED_ATTRIBUTES, tag) ? ALLOWED_ATTRIBUTES[tag] : undefined;
  if (!ANY_TAG.includes(name) && !own?.includes(name)) return false;
  if (ENDS_RAW_TEXT.test(value)) return false;
  if (URL_ATTRIBUTES.has(name)) return isAllowedUrl(name, value);
  if (name === 'id') return /^a-\S+$/.test(value);
  if (name === 'data-b') return MARKS.includes(value);
  if (name === 'target') return value === '_blank';
  if (name === 'align') return /^(?:left|center|right)$/.test(value);
  // DOMPurify takes every value but words for an address.
  return name === 'alt' || name === 'title' || !SCHEME.test(withoutBlanks(value));
}

function withoutBlanks(text: string): string {
  return text.replace(/[\u0000-\u0020\u007f-\u00a0\u1680\u180e\u2000-\u2029\u205f\u3000]/g, '');
}
