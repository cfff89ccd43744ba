import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '#builder/markdown/renderMarkdown.ts';
import { parseYaml } from '#builder/post/yaml.ts';

function htmlOf(text: string, config = ''): string {
  const settings = parseYaml(config);
  const rendered = renderMarkdown(text, settings.ok ? settings.fields : new Map());
  if (!rendered.ok) throw new Error(rendered.why);
  return rendered.html.trim().replace(/>\n+</g, '><');
}

const BACK = 'class="reversefootnote" role="doc-backlink">&#8617;';

function reference(id: string, label: string, number: number): string {
  const link = `<a href="#fn:${label}" class="footnote" rel="footnote">${number}</a>`;
  return `<sup id="fnref:${id}" role="doc-noteref">${link}</sup>`;
}

function note(label: string, html: string): string {
  return `<li id="fn:${label}" role="doc-endnote">${html}</li>`;
}

function notes(...all: readonly string[]): string {
  return `<div class="footnotes" role="doc-endnotes"><ol>${all.join('')}</ol></div>`;
}

describe('footnotes', () => {
  test.each([
    [
      'are numbered in the order of the text and link back',
      '潮[^b]汐[^a]\n\n[^a]: 甲\n[^b]: 乙 *丙*',
      `<p>潮${reference('b', 'b', 1)}汐${reference('a', 'a', 2)}</p>` +
        notes(
          note('b', `<p>乙 <em>丙</em>&nbsp;<a href="#fnref:b" ${BACK}</a></p>`),
          note('a', `<p>甲&nbsp;<a href="#fnref:a" ${BACK}</a></p>`),
        ),
    ],
    [
      'named twice link back twice',
      'A[^1] B[^1]\n\n[^1]: C',
      `<p>A${reference('1', '1', 1)} B${reference('1:1', '1', 1)}</p>` +
        notes(
          note('1', `<p>C&nbsp;<a href="#fnref:1" ${BACK}</a>&nbsp;<a href="#fnref:1:1" ${BACK}<sup>2</sup></a></p>`),
        ),
    ],
    [
      'may be of several blocks',
      'A[^1]\n\n[^1]:\n    B\n\n        code\n\nC',
      `<p>A${reference('1', '1', 1)}</p><p>C</p>` +
        notes(
          note(
            '1',
            '<p>B</p><div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight">' +
              `<code>code\n</code></pre></div></div><p><a href="#fnref:1" ${BACK}</a></p>`,
          ),
        ),
    ],
    ['without a definition are text', 'A[^1] [^toString]', '<p>A[^1] [^toString]</p>'],
    ['nobody refers to are left out', 'A\n\n[^1]: B', '<p>A</p>'],
    [
      'may refer to themselves',
      'A[^1]\n\n[^1]: B[^1]',
      `<p>A${reference('1', '1', 1)}</p>` +
        notes(
          note(
            '1',
            `<p>B${reference('1:1', '1', 1)}&nbsp;<a href="#fnref:1" ${BACK}</a>&nbsp;` +
              `<a href="#fnref:1:1" ${BACK}<sup>2</sup></a></p>`,
          ),
        ),
    ],
  ])('%s', (_name, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test('begin at the number the settings name', () => {
    expect(htmlOf('A[^1]\n\n[^1]: B', 'kramdown: {footnote_nr: 7}')).toContain('rel="footnote">7</a>');
  });
});

test.each([
  ['a heading has an id of its words', '## 潮汐 Table_2: a-b!', '<h2 id="潮汐-table_2-a-b">潮汐 Table_2: a-b!</h2>'],
  ['the second of its name is counted', '# A\n\n# A', '<h1 id="a">A</h1><h1 id="a-1">A</h1>'],
  ['a heading may name its own', '## 潮汐 {#tide}', '<h2 id="tide">潮汐</h2>'],
  ['terms are defined', '潮\n: 涨落\n: *tide*', '<dl><dt>潮</dt><dd>涨落</dd><dd><em>tide</em></dd></dl>'],
  [
    'abbreviations are explained, next to Chinese too, and not inside words',
    '用HTML写，XHTML不算。\n\n*[HTML]: Hyper Text',
    '<p>用<abbr title="Hyper Text">HTML</abbr>写，XHTML不算。</p>',
  ],
  ['math of its own block', '$$\na < b\n$$', '\\[a &lt; b\\]'],
  ['math in a line', 'So $$a_1*b_2*c$$.', '<p>So \\(a_1*b_2*c\\).</p>'],
  ['prices are no math', 'From $5 to $6', '<p>From $5 to $6</p>'],
  ['a lost mark is text', '$$ 5\n\nA', '<p>$$ 5</p><p>A</p>'],
  ['struck text', '~~潮~~', '<p><del>潮</del></p>'],
  ['emphasis ends at Chinese marks', '前**“重点”**后', '<p>前<strong>“重点”</strong>后</p>'],
  ['emphasis begins at Chinese marks', '他说**《潮》**。', '<p>他说<strong>《潮》</strong>。</p>'],
  ['underscores in words are no emphasis', 'snake_case_word', '<p>snake_case_word</p>'],
  ['stars between blanks are no emphasis', '2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  ['two backslashes break a line', 'a\\\\\nb', '<p>a<br />\nb</p>'],
  [
    'cells are aligned',
    'a | b\n--|-:\n1 | 2',
    '<table><thead><tr><th>a</th><th style="text-align: right">b</th></tr></thead>' +
      '<tbody><tr><td>1</td><td style="text-align: right">2</td></tr></tbody></table>',
  ],
  ['points are spaced each by itself', '3. a\n\n4. b\n5. c', '<ol><li><p>a</p></li><li>b</li><li>c</li></ol>'],
  [
    'code stands in frames',
    '```js\na<b\n```',
    '<div class="language-js highlighter-rouge"><div class="highlight"><pre class="highlight"><code>a&lt;b\n</code></pre></div></div>',
  ],
])('%s', (_name, text, html) => {
  expect(htmlOf(text)).toBe(html);
});

describe('typography', () => {
  test.each([
    [`"A" and 'b', it's the '80s`, '“A” and ‘b’, it’s the ’80s'],
    [`"*A* b" ("c"), "'d' e"`, '“<em>A</em> b” (“c”), “‘d’ e”'],
    ['a -- b --- c... <<d>>', 'a – b — c… «d»'],
    ['他说"潮"吧，"A股"也是', '他说&quot;潮&quot;吧，&quot;A股&quot;也是'],
    ['\\"a\\" &quot;b&quot;', '&quot;a&quot; &quot;b&quot;'],
  ])('%s', (text, html) => {
    expect(htmlOf(text)).toBe(`<p>${html}</p>`);
  });

  test('is not for code', () => {
    expect(htmlOf('`"a" -- b`')).toContain('>&quot;a&quot; -- b</code>');
  });

  test('follows the settings', () => {
    const config = 'kramdown: {smart_quotes: "apos,apos,laquo,raquo"}';
    expect(htmlOf(`"a" it's`, config)).toBe("<p>«a» it's</p>");
  });
});

describe('HTML', () => {
  test.each([
    ['stays as it is over empty lines', '<div>\n\n*a*\n\n</div>\n\n*b*', '<div>\n\n*a*\n\n</div><p><em>b</em></p>'],
    [
      'with elements of its own kind inside',
      '<div>\n<div>\n\n*a*</div>\n\n*b*\n</div>',
      '<div><div>\n\n*a*</div>\n\n*b*\n</div>',
    ],
    ['may ask for Markdown', '<div class="a" markdown="1">\n*a*\n</div>', '<div class="a"><p><em>a</em></p></div>'],
    ['in a line has Markdown inside', '<span>*a*</span>', '<p><span><em>a</em></span></p>'],
    ['never closed ends at an empty line', '<div>\n\n*a*', '<div><p><em>a</em></p>'],
  ])('%s', (_name, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

function link(id: string, text: string): string {
  return `<a href="#${id}" id="markdown-toc-${id}">${text}</a>`;
}

describe('a table of contents', () => {
  test('takes the place of the list', () => {
    expect(htmlOf('* toc\n{:toc}\n\n## 甲\n\n### *B*\n\n## C\n\n## D\n{:.no_toc}')).toContain(
      `<ul id="markdown-toc"><li>${link('甲', '甲')}<ul><li>${link('b', '<em>B</em>')}</li></ul></li>` +
        `<li>${link('c', 'C')}</li></ul><h2`,
    );
  });
});

test('settings may turn off ids and frames, and keep line ends', () => {
  const config = 'kramdown: {auto_ids: false, hard_wrap: true, syntax_highlighter_opts: {disable: true}}';
  const html = '<h1>A</h1><p>b<br />\nc</p><pre><code class="language-js">d\n</code></pre>';
  expect(htmlOf('# A\n\nb\nc\n\n```js\nd\n```', config)).toBe(html);
});

test('a CommonMark site gets CommonMark', () => {
  expect(htmlOf('# "A"\n\n$$b$$ **“c”**d', 'markdown: CommonMark')).toBe('<h1>&quot;A&quot;</h1><p>$$b$$ **“c”**d</p>');
});

const MANY = 20_000;

test.each([
  ['references without an end', '[^'.repeat(MANY)],
  ['definitions in definitions', '[^a]: '.repeat(MANY)],
  ['many notes', Array.from({ length: 3_000 }, (_none, n) => `[^${n}]\n\n[^${n}]: a\n\n`).join('')],
  ['marks of math', '$$ '.repeat(MANY)],
  ['lines of math', '$$ a\n'.repeat(MANY)],
  ['elements never closed', '<div>\n\n'.repeat(MANY)],
  ['elements never closed that ask for Markdown', '<div markdown="1">\n'.repeat(MANY)],
  ['elements in elements that ask for Markdown', `${'<div markdown="1">\n'.repeat(MANY)}${'</div>\n'.repeat(MANY)}`],
  ['attribute lists', '{: .a'.repeat(MANY)],
  ['lists that double', Array.from({ length: 400 }, (_none, n) => `{:n${n + 1}: n${n} n${n} .a}\n`).join('')],
  ['names and words', '*[ab]: c\n'.repeat(3_000) + 'ab '.repeat(MANY)],
  ['quotes', `"'`.repeat(MANY)],
  ['dashes', '-'.repeat(MANY)],
  ['headings of one name', '# a\n'.repeat(MANY / 2)],
  ['points', '- a\n\n'.repeat(MANY / 4)],
  ['terms', 'a\n: b\n\n'.repeat(MANY / 4)],
  ['stars', '**a '.repeat(MANY / 2)],
])('takes no longer than its length: %s', (_name, text) => {
  const startMs = performance.now();
  renderMarkdown(text, new Map());
  expect(performance.now() - startMs).toBeLessThan(3_000);
});
