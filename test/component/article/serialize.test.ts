import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitize } from '#article/sanitize.ts';
import { composeArticle } from '#builder/article/composeArticle.ts';
import { liquidScopes } from '#builder/post/liquidScopes.ts';
import { readPost, readText } from '#builder/post/readPost.ts';
import { Report } from '#builder/report.ts';
import { readSite } from '#builder/site.ts';

// The page's own host, so that both sides know the same links to leave.
const SITE = { ...readSite('test/fixtures/hostile', {}, new Report()), url: location.origin };
const FOLDER = 'test/fixtures/hostile/_posts';

const PATH = '_posts/2024-05-30-tide.html';

function articleHtml(body: string): string {
  const bytes = Buffer.from(`---\ntitle: x\n---\n${body}`);
  const post = readPost(PATH, bytes, SITE, { nowMs: Date.UTC(2030, 0), report: new Report() });
  if (!post) throw new Error('The post was not read.');
  const context = { site: SITE, scopeOf: liquidScopes(SITE, [post]) };
  return composeArticle(post, post.url, readText(PATH, bytes, SITE), context).article.html;
}

/** What the builder writes, as a browser reads it, and the same after DOMPurify. */
function bothWays(html: string): { read: HTMLElement; purified: HTMLElement } {
  const written = articleHtml(html);
  const read = document.createElement('div');
  read.append(document.createRange().createContextualFragment(written));
  const purified = document.createElement('div');
  purified.append(sanitize(written));
  return { read, purified };
}

function expectUnchanged(html: string): void {
  const { read, purified } = bothWays(html);
  // The order of attributes does not count for isEqualNode.
  if (!read.isEqualNode(purified)) expect(purified.innerHTML).toBe(read.innerHTML);
}

test.each(readdirSync(FOLDER))('DOMPurify finds nothing left to do in %s', (file) => {
  expectUnchanged(readFileSync(`${FOLDER}/${file}`, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));
});

test('DOMPurify finds nothing left to do in formulas', () => {
  const tex =
    '\\sum_{i=1}^n \\sqrt[3]{a_i} \\frac{1}{2} \\text{&lt;b&gt;} \\begin{pmatrix}1&amp;2\\end{pmatrix} \\hat{x}';
  expectUnchanged(`<p>\\(${tex}\\)</p>\\[${tex}\\]`);
  expect(bothWays(`<p>\\(${tex}\\)</p>`).purified.querySelectorAll('math mfrac')).toHaveLength(1);
});

test.each([
  '\\text{&lt;img src=x onerror=a()&gt;}',
  '\\href{javascript:a()}{x}',
  '\\style{color:red}{x}',
  '\\class{a}{x}',
])('TeX brings in no HTML and no links: %s', (tex) => {
  expectUnchanged(`<p>\\(${tex}\\)</p>`);
  expect(bothWays(`<p>\\(${tex}\\)</p>`).read.querySelectorAll('img, a, [href], [style], [class]')).toHaveLength(0);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...['<p>', '</p>', '<a href="', '<a name=x>', '<img src=x ', 'onerror=__hit()', '<svg>', '<math>', '<mtext>'],
    ...[
      '<style>',
      '</style>',
      '<script>',
      '</script>',
      '<title>',
      '</title>',
      '<textarea>',
      '<noscript>',
      '<template>',
    ],
    ...['<table>', '<tr>', '<td>', '<caption>', '<select>', '<plaintext>', '<pre>', '<pre>\n', '<li>', '<ol start="'],
    ...['<!--', '-->', '<![CDATA[', ']]>', '">', "'", '/>', '<', '>', '&lt;', '&#x3c;', '&#0;', '\0', '`', '=', '\r'],
    ...[
      'javascript:',
      'java\tscript:',
      'data:text/html,',
      ' title="</style>"',
      ' alt="-->"',
      ' id="a-x"',
      ' style="x"',
    ],
    ...[' data-b="embed"', ' target=_top', ' href=', ' src="//b.invalid/x"', '<h2>', '<b>', '<div>', '<details open>'],
  ),
  fc.string({ maxLength: 4 }),
);

test('nor in anything a post may hold', () => {
  const hostile = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
  fc.assert(fc.property(hostile, expectUnchanged), { numRuns: 1_000 });
});
