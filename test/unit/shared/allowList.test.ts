import { expect, test } from 'vitest';
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_TAGS,
  ANY_TAG,
  DROPPED,
  isAllowedAttribute,
  isAllowedUrl,
} from '#shared/allowList.ts';

test.each([
  ['an address on the site', '/gangkou/2024/05/31/tide.html'],
  ['a relative address', '../tide.html?a=b#c'],
  ['an address without scheme', '//news.example/tide'],
  ['a fragment', '#a-1'],
  ['a secure address', 'https://news.example/tide'],
  ['a scheme in capitals', 'HTTP://news.example/'],
  ['mail', 'mailto:desk@news.example'],
  ['a telephone', 'tel:+8610000000'],
  ['a path with a colon', '/a:b'],
  ['a query with a colon', '?t=javascript:1'],
])('a link may lead to %s', (_name, url) => {
  expect(isAllowedUrl('href', url)).toBe(true);
});

test.each([
  ['script', 'javascript:alert(1)'],
  ['script in mixed case', 'JaVaScRiPt:alert(1)'],
  ['script after a blank', '  javascript:alert(1)'],
  ['script after a control character', '\u0001javascript:alert(1)'],
  ['script parted by a tab', 'java\tscript:alert(1)'],
  ['script parted by a line break', 'java\r\nscript:alert(1)'],
  ['script parted by NUL', 'java\0script:alert(1)'],
  ['script parted before the colon', 'javascript\t:alert(1)'],
  ['script after a no-break space', '\u00a0javascript:alert(1)'],
  ['script after an ideographic space', '\u3000javascript:alert(1)'],
  ['script parted by a line separator', 'java\u2028script:alert(1)'],
  ['script parted by a zero-width space', 'java\u200bscript:alert(1)'],
  ['visual basic', 'vbscript:msgbox(1)'],
  ['data', 'data:text/html,<script>alert(1)</script>'],
  ['a data picture', 'data:image/png;base64,AAAA'],
  ['a blob', 'blob:https://news.example/1'],
  ['a file', 'file:///etc/passwd'],
  ['a frame’s source', 'view-source:https://news.example/'],
  ['a made-up scheme', 'x+y-z.1:go'],
])('a link may not lead to %s', (_name, url) => {
  expect(isAllowedUrl('href', url)).toBe(false);
});

test.each([
  ['png', 'data:image/png;base64,iVBORw0KGgo=', true],
  ['webp in capitals', 'data:IMAGE/WEBP;BASE64,UklGRg==', true],
  ['png in several lines', ' data:image/png;base64,iVBO\n  Rw0KGgo=', true],
  ['data as DOMPurify does not know it', 'DATA:image/webp;base64,UklGRg==', false],
  ['data parted by a tab', 'da\tta:image/webp;base64,UklGRg==', false],
  ['an address', 'https://pictures.example/a.jpg', true],
  ['a path', 'a.jpg', true],
  ['svg', 'data:image/svg+xml;base64,PHN2Zz4=', false],
  ['svg as text', 'data:image/svg+xml,<svg onload=alert(1)>', false],
  ['html', 'data:text/html;base64,PGI+', false],
  ['png with a type after it', 'data:image/png,text/html;base64,PGI+', false],
  ['script', 'javascript:alert(1)', false],
  ['mail', 'mailto:a@b.example', false],
])('a picture may be %s', (_name, url, expected) => {
  expect(isAllowedUrl('src', url)).toBe(expected);
});

test.each([
  ['a link’s address', 'a', 'href', '/tide', true],
  ['a link that runs', 'a', 'href', 'javascript:1', false],
  ['a quotation’s source', 'blockquote', 'cite', 'https://a.example', true],
  ['a quotation’s source that runs', 'q', 'cite', 'javascript:1', false],
  ['a picture’s source set', 'img', 'srcset', 'https://b.example/b.png 2x', false],
  ['an address on an element that has none', 'p', 'href', '/tide', false],
  ['style', 'p', 'style', 'position:fixed', false],
  ['class', 'p', 'class', 'notice', false],
  ['a handler', 'img', 'onerror', 'x()', false],
  ['an id of ours', 'h2', 'id', 'a-changes', true],
  ['an id of the post', 'h2', 'id', 'root', false],
  ['an id with a blank', 'h2', 'id', 'a-b c', false],
  ['a mark of the builder', 'a', 'data-b', 'embed', true],
  ['a mark that nobody sets', 'a', 'data-b', 'menu', false],
  ['other data', 'a', 'data-code', '600000', false],
  ['a new tab', 'a', 'target', '_blank', true],
  ['a tab by name', 'a', 'target', 'opener', false],
  ['an aligned cell', 'td', 'align', 'right', true],
  ['a cell aligned otherwise', 'td', 'align', 'char', false],
  ['an aligned paragraph', 'p', 'align', 'center', false],
  ['the language', 'span', 'lang', 'en', true],
])('%s on an element', (_name, tag, name, value, expected) => {
  expect(isAllowedAttribute(tag, name, value)).toBe(expected);
});

test('nothing that runs, embeds, or takes input is in the list', () => {
  expect(ALLOWED_TAGS.filter((tag) => DROPPED.includes(tag))).toEqual([]);
  const risky = [
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'form',
    'input',
    'svg',
    'annotation-xml',
    'semantics',
    'mglyph',
    'malignmark',
    'maction',
    'link',
    'meta',
    'base',
  ];
  expect(ALLOWED_TAGS.filter((tag) => risky.includes(tag))).toEqual([]);
  const attributes = [...ANY_TAG, ...Object.values(ALLOWED_ATTRIBUTES).flat()];
  expect(attributes.filter((name) => /^(?:on|style$|class$|srcset$|srcdoc$|name$|form)/.test(name))).toEqual([]);
});
