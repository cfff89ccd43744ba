// What the builder writes stands in real pages, which a browser reads before any script. Here a page with it is read by
// a parser of HTML as it is standardised; in test/browser by Chromium's.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Report } from '#builder/report.ts';
import { readSite } from '#builder/site.ts';
import { composeFolder, composeHtml, composePosts } from '../../tools/composeHtml.ts';
import { hostileText } from '../../tools/hostileText.ts';
import { faultOf } from '../../tools/readBack.ts';

// The page's own host, so that both sides know the same links to leave.
const HERE = location.origin;
const SITE = { ...readSite('test/fixtures/hostile', {}, new Report()), url: HERE };
const { HOSTILE_POSTS, ARCHIVES } = process.env;

function composed(body: string, ext = 'html', site = SITE): readonly string[] {
  return composeHtml(`---\ntitle: x\n---\n${body}`, `_posts/2024-05-30-tide.${ext}`, site);
}

/** What is wrong with posts, whose parts stand in one page and are also attached one by one. */
function faultsOf(posts: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...posts].flatMap(([path, parts]) => {
    const texts = parts.length > 1 ? [parts.join(''), ...parts] : parts;
    return texts.map(faultOf).flatMap((fault) => (fault === null ? [] : [`${path}: ${fault.slice(0, 2_000)}`]));
  });
}

function expectAsWritten(body: string, ext?: string): void {
  expect(faultsOf(new Map([['post', composed(body, ext)]]))).toEqual([]);
}

describe('a browser reads what was written, and DOMPurify finds nothing left to do', () => {
  const folders = ['demo', ...readdirSync('test/fixtures').map((name) => join('test/fixtures', name))];
  test.each(folders.filter((folder) => existsSync(join(folder, '_posts'))))('in %s', (folder) => {
    expect(faultsOf(composeFolder(folder, HERE))).toEqual([]);
  });

  if (HOSTILE_POSTS !== undefined)
    test('in the hostile posts that are given', () => {
      expect(faultsOf(composePosts(HOSTILE_POSTS, SITE))).toEqual([]);
    });

  const given = ARCHIVES === undefined ? [] : readdirSync(ARCHIVES).map((name) => join(ARCHIVES, name));
  // jsdom takes minutes for all of them; Chromium, in test/browser, reads each.
  for (const archive of given.filter((folder) => existsSync(join(folder, '_posts'))))
    test(`in every eighth post of ${basename(archive)}`, { timeout: 600_000 }, () => {
      const posts = [...composeFolder(archive, HERE)].filter((_post, index) => index % 8 === 0);
      expect(faultsOf(new Map(posts))).toEqual([]);
    });

  test.each(['html', 'md'])('in anything a post of %s may hold', (ext) => {
    fc.assert(
      fc.property(hostileText, (body) => expectAsWritten(body, ext)),
      { numRuns: 250 },
    );
  });

  test.each([{ images: [] }, { images: ['b.invalid'] }])(
    'and asks no host for pictures but its own and $images',
    (setting) => {
      const site = { ...SITE, settings: { ...SITE.settings, ...setting } };
      const allowed = ['', location.host, ...setting.images]; // Pictures that are data have no host.
      fc.assert(
        fc.property(hostileText, (body) => {
          const html = composed(body, 'html', site).join('');
          const { images } = new DOMParser().parseFromString(html, 'text/html');
          for (const picture of images)
            expect(allowed).toContain(new URL(picture.getAttribute('src') ?? '', HERE).host);
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe('nothing is moved, closed or passed over', () => {
  test.each([
    ['a block among the words of a paragraph', '<p>一<b>二<div>三</div>四</b>五</p>'],
    ['a paragraph in a paragraph', '<p>一<span title="x"><p>二</p></span>三</p>'],
    ['a centred block in a paragraph', '<p id="n">一<center>二</center>三</p><a href="#n">上</a>'],
    ['a link in a link', '<a href="/a">一<div><b><a href="/b">二</a></b></div>三</a>'],
    ['a link in a table in a link', '<a href="/a"><table><tr><td><a href="/b">二</a></td></tr></table></a>'],
    ['a table without its sections', '<table><col><tr><td>一</td></tr><td>二</td></table>'],
    ['words in a table', '<table>一<tr>二<td>三</td>四</tr><caption>五</caption>六</table>'],
    ['a table in a row', '<table><tr><table><tr><td>一</td></tr></table></tr></table>'],
    ['a table in a paragraph', '<p><b>一<table><tr><td><p>二</p></td></tr></table>三</b></p>'],
    ['a cell without a table', '<div><td>一</td><tr>二</tr><caption>三</caption><col></div>'],
    ['a form across a table', '<form><table><form><tr><td></form>一</td></tr></table></form>'],
    ['a row in a row of a list', '<ul><li>一<div><p><i><li>二</li></i></p></div></li></ul>'],
    ['rows of a list that is none', '<ul><li>一<menu><li>二</li></menu></li></ul>'],
    ['a row of a list behind a quotation', '<ul><li>一<blockquote><li>二</li></blockquote></li></ul>'],
    ['terms in terms', '<dl><dt>一<div><dd>二</dd></div></dt></dl>'],
    ['a heading in a heading', '<h2>一<section><h3>二</h3></section></h2>'],
    ['a heading in a link in a heading', '<h2><a href="/a">一<h3>二</h3></a></h2>'],
    ['ruby in ruby', '<ruby>一<rt>二<ruby>三<rt>四</rt></ruby></rt><p><rp>五</rp></p></ruby>'],
    ['a line end at the start of code', '<pre>\n一</pre><pre>\n\n二</pre><pre><span>\n三</span></pre>'],
    ['emphasis more than three deep', '<b><b><b><b><i><b>一</b>二</i><p>三</p></b></b></b></b>四'],
    ['emphasis that ends too late', '<p><b>一<i>二</b>三</i></p><b><p>四</b>五</p>'],
    ['a selection', '<select><option><table><tr><td>一</td></tr></table></option></select>二'],
    ['a list within words', '<em>一<ul><li>二</em>三</li></ul>'],
    ['a template in a table', '<table><template><tr><td>一</td></tr></template><tr><td>二</td></tr></table>'],
    ['an end of the page', '一</div></article></main></body></html>二<p>三'],
    ['MathML of the post', '<p><math><mtext><p>一</p><mi>二</mi></mtext></math>三</p>'],
    ['tables seventy deep', `${'<table><tr><td>'.repeat(66)}一`],
  ])('%s', (_name, body) => {
    expectAsWritten(body);
    expectAsWritten(body, 'md');
  });

  const WORDS = '潮水退了，码头恢复夜航。'.repeat(50);

  test.each([
    ['paragraphs with blocks', `<p>${WORDS}<span title="t">水</span><center>信</center>退</p>`],
    ['a table without sections', `<tr><td>${WORDS}</td>水<td>退</td></tr>`, '<table>', '</table>'],
    ['code', `\n\n${WORDS}`, '<pre>', '</pre>'],
    ['rows of a list', `<li>${WORDS}<menu><li>水</li></menu></li>`, '<ul>', '</ul>'],
    ['bare words', `${WORDS} `],
  ])('in a long text of %s, whose parts stand in one page', (_name, piece, before = '', after = '') => {
    const parts = composed(before + piece.repeat(500) + after);
    expect(parts.length).toBeGreaterThan(2);
    expect(faultsOf(new Map([['post', parts]]))).toEqual([]);
  });
});

const TEX =
  '\\sum_{i=1}^n \\sqrt[3]{a_i} \\frac{1}{2} \\text{&lt;b&gt;} \\begin{pmatrix}1&amp;2\\end{pmatrix} \\hat{x}';

test('formulas are read as they were written', () => {
  expectAsWritten(`<p>\\(${TEX}\\)</p>\\[${TEX}\\]`);
  expect(composed(`<p>\\(${TEX}\\)</p>`).join('')).toContain('<mfrac>');
});

test.each([
  '\\text{&lt;img src=x onerror=a()&gt;}',
  '\\href{javascript:a()}{x}',
  '\\style{color:red}{x}',
  '\\class{a}{x}',
])('TeX brings in no HTML and no links: %s', (tex) => {
  expectAsWritten(`<p>\\(${tex}\\)</p>`);
  expect(composed(`<p>\\(${tex}\\)</p>`).join('')).not.toMatch(/<(?:img|a)\b|\s(?:href|style|class)=/);
});
