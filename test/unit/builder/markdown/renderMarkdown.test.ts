import fc from 'fast-check';
import createMarkdown from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '#builder/markdown/renderMarkdown.ts';

function htmlOf(text: string): string {
  const rendered = renderMarkdown(text, new Map());
  if (!rendered.ok) throw new Error(rendered.why);
  return rendered.html.trim();
}

test.each([
  ['raw HTML stays', '<p>潮 **信**</p>', '<p>潮 **信**</p>'],
  [
    'an autolink is a link',
    '<http://s.example/a?b=1>',
    '<p><a href="http://s.example/a?b=1">http://s.example/a?b=1</a></p>',
  ],
  ['an empty autolink is text', '<>', '<p>&lt;&gt;</p>'],
  ['a bare address is text', 'http://s.example/', '<p>http://s.example/</p>'],
  ['links of any scheme are left to the allow-list', '[x](javascript:1)', '<p><a href="javascript:1">x</a></p>'],
])('%s', (_name, text, html) => {
  expect(htmlOf(text)).toBe(html);
});

describe('an attribute list belongs to what it stands at', () => {
  test.each([
    ['after a paragraph', '潮信\n{: .note}', '<p class="note">潮信</p>'],
    ['before a paragraph', '{:.note #x}\n潮信', '<p class="note" id="x">潮信</p>'],
    ['alone', '{:toc}', ''],
    ['after the end of a list', '- 潮\n\n{: .a}\n信', '<ul>\n<li>潮</li>\n</ul>\n<p class="a">信</p>'],
    ['by a name', '{:n: .a title="潮"}\n\n信\n{:n .b}', '<p class="a b" title="潮">信</p>'],
    ['after a heading', '# 潮\n{: #tide}', '<h1 id="tide">潮</h1>'],
    ['in a line', '**潮**{: .a}信', '<p><strong class="a">潮</strong>信</p>'],
    ['in a list', '- 潮\n{: .a}\n', '<ul class="a">\n<li>潮</li>\n</ul>'],
  ])('%s', (_name, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test.each([
    ['other braces', '{a: b} {潮}', '<p>{a: b} {潮}</p>'],
    ['after plain text', '潮{: .a}', '<p>潮{: .a}</p>'],
    ['in code', '`{: .a}`', '<p><code class="language-plaintext highlighter-rouge">{: .a}</code></p>'],
  ])('but it stays: %s', (_name, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

test.each([
  ['more than a million characters', 'x'.repeat(1_000_001)],
  ['more than 100,000 pieces', '*a* '.repeat(60_000)],
])('%s are refused with a reason', (_name, text) => {
  const rendered = renderMarkdown(text, new Map());
  expect(rendered).toEqual({ ok: false, why: expect.stringMatching(/\d+ \w+ of Markdown/) });
});

test('addresses are written as Markdown programs write them', () => {
  const even = createMarkdown();
  const part = fc.constantFrom(
    's',
    '.',
    '-',
    'xn--a',
    '潮',
    'A',
    '_',
    ':80',
    '/',
    '?',
    '#',
    '=',
    '&',
    '%41',
    '%',
    '+',
    "'",

    '~',
    '@',
  );
  const head = fc.constantFrom('http://', 'https://', '//', 'HTTP://', 'ftp://', '/', 'http:', '');
  fc.assert(
    fc.property(head, fc.array(part, { maxLength: 8 }), (start, parts) => {
      const address = start + parts.join('');
      const html = htmlOf(`[x](${address})`);
      expect(html).toBe(
        `<p><a href="${even.utils.escapeHtml(even.normalizeLink(even.utils.unescapeAll(address)))}">x</a></p>`,
      );
    }),
    { numRuns: 1000 },
  );
});
