// What a post may hold, right and wrong: for tests that must hold for any.
import fc from 'fast-check';

const TEXTS = [
  ...[
    '潮',
    ' a ',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '&nbsp;',
    '&lt;',
    '&#x3c;b&#62;',
    '&#0;',
    '&#x80;',
    '&ampamp',
    '&quot',
    '\0',
  ],
  ...['\r', '\r\n', '\u000b', '\u2028', '\ufeff', '\u0085', '&#xd800;', '&#13;', '&CounterClockwiseContourIntegral;'],
  ...[
    '😀',
    '\\(x^2\\)',
    '\\[\\frac{a}{\\text{<b>}}\\]',
    '\\(\\text{$x$}\\)',
    '<!--',
    '-->',
    '--!>',
    '<![CDATA[',
    ']]>',
  ],
  ...['<?x', '<!x', '</', '<', '">', "'>", '/>', '`', '='],
];

const ADDRESSES = [
  ...['/a.html', 'b.html', '#n', '#', '?q=1', '//b.invalid/x', 'https://b.invalid/x.png', 'HTTP://b.invalid', ''],
  ...['javascript:__hit()', ' JaVaScRiPt:__hit()', 'java\tscript:__hit()', 'java&NewLine;script&colon;__hit()'],
  ...['&#1;javascript:__hit()', 'vbscript:x', 'data:text/html,<script>__hit()</script>', 'DATA:image/png;base64,AA=='],
  ...['data:image/png;base64,AA==', ' data:image/gif;base64,AA\n==', 'da\tta:image/png;base64,AA==', 'x_y:z', 'a:b'],
  ...['data:image/svg+xml;base64,AA==', 'mailto:a@b.example', 'tel:1', 'blob:x', 'https://[/', '\\\\b.invalid\\x'],
  ...['/\\b.invalid/x', 'https:/b.invalid/x', 'https:b.invalid/x', '&#1;//b.invalid/x', 'http://user@localhost:3000/'],
  ...['http://localhost:3000/own', './/b.invalid', '/.//b.invalid', 'a b"c<d>e', 'a&amp;b=%zz', '\u00a0//b.invalid'],
];

const VALUES = [
  ...['', 'x', '1', '2', '0', '-1', '640', '99999', '480px', '50%', '1e3', '1.5', 'auto', 'left', 'right', 'rtl', 'zh'],
  ...['a-x', 'root', 'n', '__proto__', 'embed', 'scroll', 'gallery', '_blank', '_top', 'opener', 'eager', 'all'],
  ...['</style>', '-->', ']>', '<b>', '"', "'", '&quot;', '\r\n', ' x ', '\u00a0x', 'a:b', '😀', '&#xdc00;', '\0'],
  ...['display:none', 'text-align:center', 'width:1px', 'width:640px;height:99999px', 'position:fixed'],
];

const NAMES = [
  ...['href', 'src', 'cite', 'alt', 'title', 'id', 'name', 'class', 'style', 'lang', 'dir', 'width', 'height', 'rel'],
  ...['target', 'data-b', 'data-x', 'srcset', 'sizes', 'onerror', 'onclick', 'colspan', 'rowspan', 'align', 'start'],
  ...['type', 'value', 'open', 'loading', 'decoding', 'referrerpolicy', 'ping', 'download', 'datetime', 'is', 'slot'],
  ...['xlink:href', 'xmlns', 'background', 'hidden', 'role', 'action', 'constructor', 'display', 'mathvariant', 'span'],
];

const ELEMENTS = [
  ...['p', 'p', 'div', 'span', 'b', 'i', 'em', 'a', 'a', 'code', 'pre', 'pre', 'u', 's', 'small', 'font', 'nobr'],
  ...['h1', 'h2', 'h3', 'h6', 'ul', 'ol', 'li', 'li', 'dl', 'dt', 'dd', 'blockquote', 'figure', 'figcaption', 'hr'],
  ...['table', 'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'tr', 'td', 'td', 'th', 'img'],
  ...['br', 'wbr', 'ruby', 'rt', 'rp', 'rb', 'rtc', 'details', 'summary', 'center', 'section', 'article', 'main'],
  ...['form', 'form', 'select', 'option', 'input', 'button', 'textarea', 'label', 'fieldset', 'legend', 'menu', 'dir'],
  ...['template', 'noscript', 'plaintext', 'xmp', 'listing', 'title', 'style', 'script', 'iframe', 'video', 'source'],
  ...['svg', 'foreignObject', 'desc', 'math', 'mi', 'mo', 'mtext', 'mrow', 'annotation-xml', 'mglyph', 'malignmark'],
  ...['html', 'head', 'body', 'frameset', 'image', 'marquee', 'x-news', 'picture', 'object', 'embed', 'base', 'search'],
];

/** Lines that mean something in Markdown, in front matter's neighbourhood, in Liquid. */
const LINES = [
  ...[
    '> 引',
    '> > 深',
    '- 一',
    '  - 二',
    '1. 三',
    '# 题',
    '## 题',
    '题\n---',
    '| a | b |\n|---|--:|\n| 1 | 2 |',
    '```\n<b>\n```',
  ],
  ...[
    '    code <i>',
    '[潮](javascript:__hit())',
    '[潮](/a "t")',
    '![图](//b.invalid/x.png)',
    '![图](a.png){: width="2"}',
  ],
  ...[
    '{: #n .c style="x"}',
    '[潮][1]',
    '[1]: <java\tscript:x> "t"',
    '潮[^1]',
    '[^1]: 注\n\n    > 深',
    '<https://b.invalid>',
  ],
  ...[
    'term\n: definition\n: <li>x',
    '* * *',
    '$$x^2$$',
    '**b *i** i*',
    '{{ page.title }}',
    '{% raw %}<b>{% endraw %}',
    '***',
  ],
];

const address = fc.constantFrom(...ADDRESSES);
const value = fc.oneof(fc.constantFrom(...VALUES), address);
const attribute = fc
  .tuple(fc.constantFrom(...NAMES), value, fc.constantFrom('"', '"', "'", ''))
  .map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`);
const length = fc.oneof(fc.constantFrom('1', '2', '640', '99999', '99999.9', '480px', '50%'), value);

// The rest is hung on all of them: what stands most in posts is tried most.
const start = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ELEMENTS) },
  { weight: 1, arbitrary: address.map((href) => `a href="${href}"`) },
  { weight: 1, arbitrary: address.map((src) => `img src="${src}"`) },
  { weight: 1, arbitrary: fc.tuple(length, length).map((pair) => `img src=x width="${pair[0]}" height="${pair[1]}"`) },
);
const tag = fc
  .tuple(start, fc.array(attribute, { maxLength: 3 }), fc.constantFrom('>', '>', '>', '/>', ''))
  .map(([start, attributes, end]) => ({
    name: start.replace(/ .*/s, ''),
    open: `<${start}${attributes.join('')}${end}`,
  }));

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 4, unit: 'binary' }));

/** Elements in elements, most of them closed. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    text,
    fc
      .tuple(tag, fc.array(tie('tree'), { maxLength: 4 }), fc.constantFrom(true, true, true, true, false))
      .map(([{ name, open }, inner, isClosed]) => `${open}${inner.join('')}${isClosed ? `</${name}>` : ''}`),
  ),
}));

const soup = fc
  .array(
    fc.oneof(
      text,
      tag.map(({ open }) => open),
      tag.map(({ name }) => `</${name}>`),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

const lines = fc
  .array(fc.oneof(fc.constantFrom(...LINES), tree, text), { maxLength: 6 })
  .map((pieces) => pieces.join('\n\n'));

/** The text of a post that means no good. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(tree, tree, soup, lines), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join('\n'));
