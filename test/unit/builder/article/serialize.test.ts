import { isTag, Text } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAllowedPicture } from '#builder/article/attributes.ts';
import { serialize } from '#builder/article/serialize.ts';
import { elementsOf, parseTree, textOfNode } from '#builder/article/tree.ts';
import { ALLOWED_TAGS, isAllowedAttribute } from '#shared/allowList.ts';
import { siteOf } from '../sites.ts';

const SITE = siteOf('url: https://news.example\nbroadsheet: { hosts: [old.example] }');

function serialized(html: string, site = SITE): string {
  const parsed = parseTree(html);
  if (!parsed.ok) throw new Error(parsed.why);
  return serialize(parsed.body.children, site);
}

const SENT = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

function textOf(html: string): string {
  const parsed = parseTree(html);
  return parsed.ok ? textOfNode(parsed.body) : '';
}

test.each([
  ['a paragraph', '<p>潮<b>信</b></p>'],
  ['a table', '<table><tbody><tr><td colspan="2" align="right">1</td></tr></tbody></table>'],
  ['a list', '<ol start="3"><li value="3">一</li></ol>'],
  ['ruby', '<ruby>潮<rp>(</rp><rt>cháo</rt><rp>)</rp></ruby>'],
  ['void elements', '<p>一<br>二<wbr></p><hr>'],
  ['references', '<p>1 &lt; 2 &amp; 3&nbsp;%</p>'],
  ['a link on the site', '<a href="/tide?a=1&amp;b=2" title="&quot;潮&quot;">潮</a>'],
  ['a mark of the builder', '<a href="/x" data-b="embed">x</a>'],
])('%s is written as it is', (_name, html) => {
  expect(serialized(html)).toBe(html);
});

test.each([
  ['script', '<p>前</p><script>__hit()</script><p>后</p>', '<p>前</p><p>后</p>'],
  ['script in a drawing', '<svg><script>__hit()</script><text>x</text></svg>文', '文'],
  ['style', '<style>main{display:none}</style>文', '文'],
  ['a frame', '<iframe srcdoc="<script>__hit()</script>"></iframe>文', '文'],
  ['a form', '<form action="//evil.example"><input value="x"><button>go</button>文</form>', '文'],
  ['an unknown element', '<marquee onstart="__hit()">文</marquee>', '文'],
  ['a custom element', '<x-news is="a">文</x-news>', '文'],
  ['a handler', '<p onclick="__hit()" onpointerover=__hit()>文</p>', '<p>文</p>'],
  ['style, class, data and id', '<p style="position:fixed" class="c" data-x="1" id="root">文</p>', '<p>文</p>'],
  ['script in a link', '<a href="java&#10;script:__hit()">文</a>', '<a>文</a>'],
  ['script in a quotation', '<q cite="javascript:__hit()">文</q>', '<q>文</q>'],
  ['a comment', '<!-- <p> -->文', '文'],
  ['HTML in a formula', '<math><mi>x</mi><b title="y">文<i>字</i></b></math>', '<math><mi>x</mi>文字</math>'],
  ['MathML outside a formula', '<p><mi>文</mi></p>', '<p>文</p>'],
  ['a processing instruction', '<?php echo 1 ?>文', '文'],
  ['a value that could end raw text', '<p title="</style>">文</p>', '<p>文</p>'],
  ['a comment’s end', '<img src="/a.png" alt="-->">', `<img src="/a.png" alt="" ${SENT}>`],
  ['an address where none belongs', '<ol start="javascript:x"></ol>', '<ol></ol>'],
  ['line ends of two characters', '<pre>a\r\nb\rc</pre>', '<pre>a\nb\nc</pre>'],
  ['a name that every object has', '<constructor constructor="x">文</constructor>', '文'],
  ['control characters', '<p title="a\u0001b">文\u0000\u0008\u009f字</p>', '<p title="ab">文字</p>'],
  [
    'a tag in an attribute',
    '<p title="</p><b onclick=__hit()>">文</p>',
    '<p title="&lt;/p&gt;&lt;b onclick=__hit()&gt;">文</p>',
  ],
  [
    'mark-up that is text',
    '<p>&lt;script&gt;__hit()&lt;/script&gt;</p>',
    '<p>&lt;script&gt;__hit()&lt;/script&gt;</p>',
  ],
])('%s does no harm', (_name, html, expected) => {
  expect(serialized(html)).toBe(expected);
});

test.each([
  [
    'a paragraph around a block is two',
    '<p>一<b>二</b><summary>三</summary>四<br></p>',
    '<p>一<b>二</b></p><summary>三</summary><p>四<br></p>',
  ],
  [
    'what encloses a block leaves the paragraph',
    '<p>一<b>二<ul></ul></b>三</p>',
    '<p>一</p><b>二<ul></ul></b><p>三</p>',
  ],
  [
    'what a parted paragraph says of itself is said around it',
    '<p id="a-n" lang="en">one<center><table></table></center></p>',
    '<div id="a-n" lang="en"><p>one</p><table></table></div>',
  ],
  ['a link in a link is its words', '<a href="/a">一<b><a href="/b">二</a></b></a>', '<a href="/a">一<b>二</b></a>'],
  [
    'rows and cells get what they miss around them',
    '<table><col><tr><td>一</td></tr> <td>二</td></table>',
    '<table><colgroup><col></colgroup><tbody><tr><td>一</td></tr> <tr><td>二</td></tr></tbody></table>',
  ],
  [
    'words between cells come before the table',
    '<table>一<tr>二<td>三</td><b>四</b></tr></table>',
    '一二<b>四</b><table><tbody><tr><td>三</td></tr></tbody></table>',
  ],
  ['a cell without its table is its words', '<div><td>一</td></div>', '<div>一</div>'],
  ['a row in a row is a block', '<ul><li>一<menu><li>二</li></menu></li></ul>', '<ul><li>一<div>二</div></li></ul>'],
  ['a list in a row is a list', '<ul><li>一<ul><li>二</li></ul></li></ul>', '<ul><li>一<ul><li>二</li></ul></li></ul>'],
  [
    'a term in a term is a block',
    '<dl><dt>一<p></p><div><dd>二</dd></div></dt></dl>',
    '<dl><dt>一<p></p><div><div>二</div></div></dt></dl>',
  ],
  ['a heading in a heading is a block', '<h2>一<section><h3>二</h3></section></h2>', '<h2>一<div>二</div></h2>'],
  ['the first line end of code is none', '<pre>\n一</pre>', '<pre>一</pre>'],
  ['the second is one', '<pre>\n\n一</pre>', '<pre>\n\n一</pre>'],
  ['one after mark-up is one too', '<pre><i></i>\n一</pre>', '<pre><i></i>\n一</pre>'],
])('%s, as a browser would have it', (_name, html, expected) => {
  expect(serialized(html)).toBe(expected);
});

test('MathML that holds words holds nothing else', () => {
  const html = '<math><mrow><mtext>一<mi>二</mi></mtext><math><mn>3</mn></math></mrow></math>';
  expect(serialized(html)).toBe('<math><mrow><mtext>一二</mtext>3</mrow></math>');
});

test('half a character is none', () => {
  expect(serialize([new Text('潮\ud83d水🌊')], SITE)).toBe('潮水🌊');
});

describe('a link', () => {
  const LEAVES = 'rel="noopener noreferrer" target="_blank"';

  test.each([
    ['that leaves opens apart', '<a href="https://b.example/">文</a>', `<a href="https://b.example/" ${LEAVES}>文</a>`],
    ['that leaves without scheme too', '<a href="//b.example/">文</a>', `<a href="//b.example/" ${LEAVES}>文</a>`],
    [
      'cannot say how it opens',
      '<a href="https://b.example/" rel="opener" target="_blank">文</a>',
      `<a href="https://b.example/" ${LEAVES}>文</a>`,
    ],
    ['to the site stays here', '<a href="/x" target="_blank" rel="x">文</a>', '<a href="/x">文</a>'],
    ['to an old host stays here', '<a href="https://old.example/x">文</a>', '<a href="https://old.example/x">文</a>'],
    [
      'behind what is not written leaves',
      '<a href="&#x1;//b.example/">文</a>',
      `<a href="//b.example/" ${LEAVES}>文</a>`,
    ],
    ['by backslashes leaves', '<a href="/\\b.example/">文</a>', `<a href="/\\b.example/" ${LEAVES}>文</a>`],
    ['to no host leaves', '<a href="https://[/">文</a>', `<a href="https://[/" ${LEAVES}>文</a>`],
  ])('%s', (_name, html, expected) => {
    expect(serialized(html)).toBe(expected);
  });
});

describe('a picture', () => {
  test.each([
    [
      'is asked for late and without referrer',
      '<img src="/a.png" alt="港" width="6">',
      `<img src="/a.png" alt="港" width="6" ${SENT}>`,
    ],
    ['has an alternative text, be it empty', '<img src="/a.png">', `<img src="/a.png" alt="" ${SENT}>`],
    [
      'cannot say how it is asked for',
      '<img src="/a.png" alt="" loading="eager" referrerpolicy="unsafe-url">',
      `<img src="/a.png" alt="" ${SENT}>`,
    ],
    [
      'has one source',
      '<img src="/a.png" alt="" srcset="https://beacon.invalid/b.gif 2x">',
      `<img src="/a.png" alt="" ${SENT}>`,
    ],
    ['without a source is none', '<img alt="港"><img src="">', ''],
    ['that runs is none', '<img src="javascript:__hit()">', ''],
    ['that is a drawing in data is none', '<img src="data:image/svg+xml;base64,PHN2Zz4=">', ''],
  ])('%s', (_name, html, expected) => {
    expect(serialized(html)).toBe(expected);
  });

  test.each(['&#x1;//beacon.invalid/a.gif', '\\\\beacon.invalid/a.gif', '/\t/beacon.invalid/a.gif', 'https://[/a.gif'])(
    'that comes from elsewhere by %s may be refused',
    (src) => {
      expect(serialized(`<img src="${src}">`, siteOf('broadsheet: { images: [pictures.example] }'))).toBe('');
    },
  );

  test.each([
    ['any', 'images: all', [true, true, true, true]],
    ['named ones', 'images: [pictures.example]', [true, true, true, false]],
    ['none', 'images: []', [true, true, false, false]],
  ])('may come from %s of the hosts', (_name, setting, expected) => {
    const site = siteOf(`broadsheet: { ${setting} }`);
    const sources = ['/a.png', 'data:image/png;base64,AA', 'https://pictures.example/a.png', '//beacon.invalid/a.gif'];
    expect(sources.map((src) => isAllowedPicture(src, site))).toEqual(expected);
  });
});

describe('whatever a post holds', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<a href="',
        '<img src=x ',
        'onerror=__hit()',
        '<svg>',
        '<math>',
        '<mtext>',
        '<style>',
        '</style>',
      ],
      ...[
        '<script>',
        '</script>',
        '<title>',
        '<textarea>',
        '<noscript>',
        '<template>',
        '<table>',
        '<td>',
        '<select>',
        '<plaintext>',
      ],
      ...['<!--', '-->', '<![CDATA[', ']]>', '">', "'", '/>', '<', '>', '&lt;', '&#x3c;', '&#0;', '\0', '`', '='],
      ...[
        'javascript:',
        'java\tscript:',
        'data:text/html,',
        ' id="a-x"',
        ' style="x"',
        ' data-b="embed"',
        ' target=_top',
        ' href=',
      ],
    ),
    fc.string({ maxLength: 4 }),
  );
  const hostile = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  test('nothing comes out that the allow-list does not name', () => {
    fc.assert(
      fc.property(hostile, (html) => {
        const parsed = parseTree(serialized(html));
        const elements = parsed.ok ? elementsOf(parsed.body) : [];
        for (const { name, attribs } of elements) {
          expect(ALLOWED_TAGS).toContain(name);
          for (const [attribute, value] of Object.entries(attribs))
            expect(isAllowedAttribute(name, attribute, value), `${name} ${attribute}="${value}"`).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  // Once more may part elements that HTML does not nest, such as a cell in a cell whose tables were none.
  test('writing what was written changes no text, and comes to rest', () => {
    fc.assert(
      fc.property(hostile, (html) => {
        const once = serialized(html);
        const twice = serialized(once);
        expect(textOf(twice)).toBe(textOf(once));
        expect(serialized(twice)).toBe(twice);
      }),
      { numRuns: 500 },
    );
  });
});

test('text and elements are all that is written', () => {
  const parsed = parseTree('<!doctype html><!-- x --><p>文</p>');
  expect(parsed.ok && parsed.body.children.some((node) => !isTag(node))).toBe(true);
  expect(serialized('<!doctype html><!-- x --><p>文</p>')).toBe('<p>文</p>');
});
