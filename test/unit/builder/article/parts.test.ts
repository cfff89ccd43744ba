import { expect, test } from 'vitest';
import { partsOf } from '#builder/article/parts.ts';
import { elementsNamed, parseTree, textOfNode } from '#builder/article/tree.ts';
import { siteOf } from '../sites.ts';

function bodyOf(html: string) {
  const parsed = parseTree(html);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.body;
}

function cut(html: string): readonly string[] {
  const { html: first, rest = [] } = partsOf(bodyOf(html).children, siteOf());
  return [first, ...rest];
}

const plain = (html: string): string => textOfNode(bodyOf(html)).replace(/\s/g, '');
const SENTENCE = '码头今晚恢复夜航，首批货轮已经靠岸。';

test.each([
  ['paragraphs', `<p>${SENTENCE}</p>`.repeat(20_000)],
  ['one paragraph', `<p>${SENTENCE.repeat(20_000)}</p>`],
  ['one paragraph of links', `<p>${`<a href="/x">${SENTENCE}</a>`.repeat(20_000)}</p>`],
  ['one list', `<ol start="3">${`<li>${SENTENCE}</li>`.repeat(20_000)}</ol>`],
  ['one table', `<div><table><tbody>${`<tr><td>${SENTENCE}</td></tr>`.repeat(20_000)}</tbody></table></div>`],
  ['code', `<pre><code>${'let tide = 1;\n'.repeat(30_000)}</code></pre>`],
  ['bare text', SENTENCE.repeat(20_000)],
  ['one word', '潮'.repeat(300_000)],
  ['characters of two halves', `<p>${'🌊'.repeat(200_000)}</p>`],
  ['deep nesting', `${'<div>'.repeat(150)}${SENTENCE.repeat(20_000)}`],
])('a long text of %s comes in parts, whole', (_name, html) => {
  const parts = cut(html);
  expect(parts.length).toBeGreaterThan(2);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(128 * 1024);
  expect(parts.map(plain).join('')).toBe(plain(html));
});

test('a text of ordinary length is one part', () => {
  const { rest } = partsOf(bodyOf(`<p>${SENTENCE}</p>`.repeat(5_000)).children, siteOf());
  expect(rest).toBeUndefined();
});

test('a numbered list counts on, and an id stays with the first piece', () => {
  const body = bodyOf(cut(`<ol start="3" id="a-x">${`<li>${SENTENCE}</li>`.repeat(20_000)}</ol>`).join(''));
  const lists = elementsNamed(body, 'ol');
  let next = 3;
  for (const list of lists) {
    expect(list.attribs['start']).toBe(String(next));
    next += elementsNamed(list, 'li').length;
  }
  expect(lists.filter(({ attribs }) => 'id' in attribs)).toHaveLength(1);
});

test('paragraphs are cut at the ends of sentences', () => {
  const paragraphs = elementsNamed(bodyOf(cut(`<p>${SENTENCE.repeat(20_000)}</p>`).join('')), 'p');
  expect(paragraphs.every((paragraph) => textOfNode(paragraph).endsWith('。'))).toBe(true);
});

test('a picture held in its address is not parted from its caption', () => {
  const figure = `<figure><img src="data:image/png;base64,${'A'.repeat(300_000)}"><figcaption>潮</figcaption></figure>`;
  expect(cut(figure + `<p>${SENTENCE}</p>`)[0]).toMatch(/<figcaption>潮<\/figcaption><\/figure>$/);
});
