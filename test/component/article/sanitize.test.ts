import { describe, expect, test } from 'vitest';
import { sanitize } from '#article/sanitize.ts';

const HERE = window.location.origin;

describe('what runs is dropped, with its content', () => {
  test.each([
    ['script', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['script in capitals', '<p>a</p><SCRIPT SRC="//evil.example/x.js"></SCRIPT>', '<p>a</p>'],
    ['script without its end', '<p>a</p><script>alert(1)', '<p>a</p>'],
    ['script inside script', '<p>a</p><scr<script>ipt>alert(1)</script>', '<p>a</p>ipt&gt;alert(1)'],
    ['style', '<style>@import "//evil.example/x.css"; p { position: fixed }</style><p>a</p>', '<p>a</p>'],
    ['frame', '<iframe src="//evil.example/"></iframe><p>a</p>', '<p>a</p>'],
    ['frame with a document', '<iframe srcdoc="<script>alert(1)</script>"></iframe><p>a</p>', '<p>a</p>'],
    ['object', '<object data="x.swf"><param name="a"></object><p>a</p>', '<p>a</p>'],
    ['embed', '<embed src="x.swf"><p>a</p>', '<p>a</p>'],
    ['base', '<base href="//evil.example/"><p>a</p>', '<p>a</p>'],
    ['meta refresh', '<meta http-equiv="refresh" content="0;url=//evil.example/"><p>a</p>', '<p>a</p>'],
    ['stylesheet', '<link rel="stylesheet" href="//evil.example/x.css"><p>a</p>', '<p>a</p>'],
    ['video', '<video poster="//evil.example/x.png"><source src="x" onerror="alert(1)"></video><p>a</p>', '<p>a</p>'],
    ['template', '<template><img src="a.png" onerror="alert(1)"></template><p>a</p>', '<p>a</p>'],
    ['text area', '<textarea autofocus onfocus="alert(1)">a</textarea><p>a</p>', '<p>a</p>'],
    ['dialog', '<dialog open>a</dialog><p>a</p>', '<p>a</p>'],
    ['comment', '<p>a<!-- --!><script>alert(1)</script> --></p>', '<p>a --&gt;</p>'],
    ['conditional comment', '<!--[if IE]><script>alert(1)</script><![endif]--><p>a</p>', '<p>a</p>'],
    ['processing instruction', '<?xml-stylesheet href="javascript:alert(1)"?><p>a</p>', '<p>a</p>'],
  ])('%s', (_attack, html, expected) => {
    expect(htmlOf(html)).toBe(expected);
  });
});

describe('what is no text of an article loses its element and keeps its words', () => {
  test.each([
    ['form', '<form action="//evil.example/"><p>a</p></form>', '<p>a</p>'],
    ['form with a password', '<form><label>name<input type="password"></label></form>', 'name'],
    ['made-up element', '<x-menu onclick="alert(1)"><p>a</p></x-menu>', '<p>a</p>'],
    ['marquee', '<marquee onstart="alert(1)">a</marquee>', 'a'],
    ['body', '<body onload="alert(1)"><p>a</p></body>', '<p>a</p>'],
    ['heading of the screen', '<h1>a</h1>', 'a'],
  ])('%s', (_attack, html, expected) => {
    expect(htmlOf(html)).toBe(expected);
  });
});

describe('another language’s markup cannot turn into ours', () => {
  test.each([
    ['svg script', '<svg><script>alert(1)</script></svg><p>a</p>'],
    ['svg handler', '<svg onload="alert(1)"><circle/></svg><p>a</p>'],
    ['svg animation', '<svg><a><animate attributeName="href" values="javascript:alert(1)"/></a></svg><p>a</p>'],
    ['svg foreign object', '<svg><foreignObject><img src="x" onerror="alert(1)"></foreignObject></svg><p>a</p>'],
    ['svg style', '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>"></style></svg><p>a</p>'],
    ['svg use', '<svg><use href="data:image/svg+xml,<svg onload=alert(1)>"/></svg><p>a</p>'],
    ['math', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math><p>a</p>'],
    ['math link', '<math><a xlink:href="javascript:alert(1)">x</a></math><p>a</p>'],
    ['math and svg', '<math><mi><svg><style><img src=x onerror=alert(1)></style></svg></mi></math><p>a</p>'],
    ['noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><p>a</p>'],
    ['form in math', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></form><p>a</p>'],
    ['many tables deep', `${'<table><tr><td>'.repeat(300)}<img src=x onerror=alert(1)>${'</table>'.repeat(300)}`],
  ])('%s', (_attack, html) => {
    const once = htmlOf(html);
    expect(once).not.toMatch(/<(?!\/?(?:p|table|tbody|tr|td|img|i|a|math|mtext|mi)\b)|\son\w+=|javascript:/);
    expect(once).not.toMatch(/<math>(?:(?!<\/math>).)*<(?!\/?m)/);
    // Written out and read again, as a browser that copies it would, it is still what it was.
    expect(htmlOf(once)).toBe(once);
  });
});

describe('an attribute is dropped', () => {
  test.each([
    ['a handler', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['a handler in capitals', '<p ONMOUSEOVER="alert(1)">a</p>', '<p>a</p>'],
    ['a handler without a value', '<p onclick>a</p>', '<p>a</p>'],
    ['a handler after a slash', '<p/onclick="alert(1)">a</p>', '<p>a</p>'],
    ['a handler nobody knows yet', '<p onsomething="alert(1)">a</p>', '<p>a</p>'],
    ['style', '<p style="position:fixed;inset:0">a</p>', '<p>a</p>'],
    ['style that asks the network', '<p style="background:url(//evil.example/x)">a</p>', '<p>a</p>'],
    ['class', '<p class="notice">a</p>', '<p>a</p>'],
    ['data', '<p data-code="600000">a</p>', '<p>a</p>'],
    ['a forged mark', '<p data-b="menu">a</p>', '<p>a</p>'],
    ['role and label', '<p role="alert" aria-label="b">a</p>', '<p>a</p>'],
    ['an id of the page', '<p id="root">a</p>', '<p>a</p>'],
    ['an id that hides a property', '<p id="cookie">a</p><p id="__proto__">b</p>', '<p>a</p><p>b</p>'],
    ['a name that hides a property', '<a name="body">a</a>', '<a>a</a>'],
    ['the order of focus', '<p tabindex="1">a</p>', '<p>a</p>'],
    ['editing', '<p contenteditable autofocus onfocus="alert(1)">a</p>', '<p>a</p>'],
    ['a popover', '<div popover id="a-b">a</div>', '<div id="a-b">a</div>'],
    ['a pinged address', '<a href="/a" ping="//evil.example/">a</a>', '<a href="/a">a</a>'],
    ['a download', '<a href="/a" download="x.exe">a</a>', '<a href="/a">a</a>'],
    ['a namespaced link', '<a xlink:href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['a background', '<table background="//evil.example/x"><tbody></tbody></table>', '<table><tbody></tbody></table>'],
    ['a place in a shadow tree', '<p slot="x" part="y">a</p>', '<p>a</p>'],
  ])('%s', (_attack, html, expected) => {
    expect(htmlOf(html)).toBe(expected);
  });
});

describe('a link that would run loses its address', () => {
  test.each([
    ['javascript', 'javascript:alert(1)'],
    ['javascript in mixed case', 'JaVaScRiPt:alert(1)'],
    ['javascript after blanks', '  \n javascript:alert(1)'],
    ['javascript after a control character', '&#1;javascript:alert(1)'],
    ['javascript parted by a tab', 'java\tscript:alert(1)'],
    ['javascript parted by a tab’s entity', 'java&#x09;script:alert(1)'],
    ['javascript parted by a named entity', 'java&NewLine;script&colon;alert(1)'],
    ['javascript in decimal entities without ends', '&#0000106&#0000097&#0000118&#0000097script:alert(1)'],
    ['javascript in hexadecimal entities', '&#x6A;&#x61;&#x76;&#x61;&#x73;cript:alert(1)'],
    ['javascript parted before the colon', 'javascript&#9;:alert(1)'],
    ['javascript with a comment', 'javascript:/*--></title></style></textarea></script>*/alert(1)'],
    ['vbscript', 'vbscript:msgbox(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['data in base64', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='],
    ['a blob', 'blob:https://evil.example/1'],
    ['a file', 'file:///etc/passwd'],
  ])('%s', (_attack, href) => {
    expect(htmlOf(`<a href="${href}">a</a>`)).toBe('<a>a</a>');
    expect(htmlOf(`<blockquote cite="${href}">a</blockquote>`)).toBe('<blockquote>a</blockquote>');
    expect(htmlOf(`<img src="${href}" alt="a">`)).toBe('');
  });
});

describe('a link', () => {
  test.each([
    ['within the site', '/gangkou/tide.html'],
    ['within the site, with its host', `${HERE}/gangkou/tide.html`],
    ['beside the article', 'tide.html'],
    ['within the text', '#a-note'],
    ['to mail', 'mailto:desk@paper.example'],
  ])('%s stays in this window, whatever the post says', (_name, href) => {
    const link = linkIn(`<a href="${href}" target="_blank" rel="opener">a</a>`);
    expect([link.getAttribute('href'), link.target, link.rel]).toEqual([href, '', '']);
  });

  test.each(['_blank', '_top', '_parent', 'opener', ''])(
    'to another site with target “%s” opens a window that knows nothing of this one',
    (target) => {
      const link = linkIn(`<a href="https://paper.example/" target="${target}" rel="opener">a</a>`);
      expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    },
  );

  test.each(['//evil.example/', '\\\\evil.example/', '/\\evil.example/', 'HTTPS://evil.example'])(
    'that leads to another site by %s is told apart from our own',
    (href) => {
      const link = linkIn(`<a href="${href}">a</a>`);
      expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    },
  );
});

describe('a picture', () => {
  test('comes late, tells its host nothing of the reader, and takes no other source', () => {
    const picture = pictureIn('<img src="a.png" srcset="//evil.example/b.png 2x" sizes="1px">');
    expect(picture?.getAttributeNames().toSorted()).toEqual(['alt', 'decoding', 'loading', 'referrerpolicy', 'src']);
    expect(picture?.getAttribute('loading')).toBe('lazy');
    expect(picture?.getAttribute('decoding')).toBe('async');
    expect(picture?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  test('keeps what it says and its size, whatever else it asks for', () => {
    const picture = pictureIn('<img src="a.png" alt="码头" width="640" height="480" referrerpolicy="unsafe-url">');
    expect([picture?.alt, picture?.width, picture?.height]).toEqual(['码头', 640, 480]);
    expect(picture?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  test.each([
    ['no height', 'width="640"'],
    ['no width', 'height="480"'],
    ['words', 'width="wide" height="high"'],
    ['percentages', 'width="100%" height="50%"'],
    ['nothing to see', 'width="0" height="0"'],
    ['a page of nothing', 'width="1" height="99999"'],
    ['more than any picture has', 'width="9999999" height="9999999"'],
  ])('whose size is %s is of unknown size', (_name, size) => {
    const picture = pictureIn(`<img src="a.png" ${size}>`);
    expect([picture?.getAttribute('width'), picture?.getAttribute('height')]).toEqual([null, null]);
  });

  test.each([
    ['without a source', '<img alt="a">'],
    ['of svg', '<img src="data:image/svg+xml,<svg onload=alert(1)>">'],
    ['of a page', '<img src="data:text/html;base64,PGI+">'],
  ])('%s is dropped', (_name, html) => {
    expect(pictureIn(html)).toBeNull();
  });

  test('keeps its place in a figure, without the other sources of a `picture`', () => {
    const html = '<figure><picture><source srcset="//evil.example/x"><img src="a.png"></picture></figure>';
    expect(pictureIn(html)?.parentElement?.tagName).toBe('FIGURE');
  });
});

test.each([
  ['marks of the builder', '<p><a data-b="embed" href="/a">a</a></p>'],
  ['ids that in-page links need', '<h2 id="a-note">a</h2>'],
  ['language and direction', '<p lang="ar" dir="rtl">a</p>'],
  ['tables', '<table><tbody><tr><td colspan="2" align="right">a</td></tr></tbody></table>'],
  ['ruby', '<ruby>港<rp>(</rp><rt>gang</rt><rp>)</rp></ruby>'],
  ['lists that begin later', '<ol start="3"><li value="4">a</li></ol>'],
  ['quotations', '<blockquote cite="https://paper.example/"><p>a</p></blockquote>'],
  ['details', '<details open=""><summary>a</summary>b</details>'],
  ['times', '<time datetime="2024-05-31">a</time>'],
])('%s stay', (_name, html) => {
  expect(htmlOf(html)).toBe(html);
});

function holderOf(html: string): HTMLElement {
  const holder = document.createElement('div');
  holder.append(sanitize(html));
  return holder;
}

function htmlOf(html: string): string {
  return holderOf(html).innerHTML;
}

function linkIn(html: string): HTMLAnchorElement {
  const link = holderOf(html).querySelector('a');
  if (link === null) throw new Error(`No link is left of ${html}`);
  return link;
}

function pictureIn(html: string): HTMLImageElement | null {
  return holderOf(html).querySelector('img');
}
