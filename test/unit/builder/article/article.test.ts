// Laws of the steps together, over posts put together from the pieces that real ones are made of.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Draft, readArticle } from '#builder/article/article.ts';
import { composeArticle } from '#builder/article/composeArticle.ts';
import { serialize } from '#builder/article/serialize.ts';
import { parseTree } from '#builder/article/tree.ts';
import { liquidScopes } from '#builder/post/liquidScopes.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

const SITES = ['lang: zh\nbroadsheet: { preset: eastmoney }', 'lang: en'].map((config) => siteOf(config));
const QUOTES = 'http://quote.example/unify/r/';

// Numbered, so that no two words are the same and each can be counted.
const word = fc.integer({ min: 1, max: 9_999 }).map((number) => `潮${number}信`);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(''));
const sentence = words.map((text) => `${text}。`);
const link = fc.constantFrom(
  (text: string) => `<span id="stock_1.600001"><a href="${QUOTES}1.600001" data-code="1,600001">${text}</a></span>`,
  (text: string) => `<span href="${QUOTES}90.BK0001" data-code="90,BK0001">${text}</span>`,
  (text: string) => `<a href="http://data.example/" class="infokey">${text}</a>`,
  (text: string) => `<a href="#one">${text}</a>`,
  (text: string) => `<b>${text}</b>（600001）`,
);
const picture = fc
  .integer({ min: 1, max: 999 })
  .map((number) => `<img src="https://p.example/${number}_w640h400.jpg">`);
const block = fc.oneof(
  { weight: 4, arbitrary: sentence.map((text) => `<p>${text}</p>`) },
  words.map((text) => `<p>${text}</p>`),
  words.map((text) => `<p><strong>${text}</strong></p>`),
  fc.tuple(words, link, sentence).map(([text, marked, rest]) => `<p>\u3000\u3000${marked(text)}${rest}<br /></p>`),
  sentence.map((text) => `<blockquote><p>${text}</p></blockquote>`),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((list) => `<ul>${list.map((text) => `<li>${text}</li>`).join('')}</ul>`),
  words.map((text) => `<table><tr><td style="text-align:right">${text}</td></tr></table>`),
  picture.map((html) => `<center>${html}</center>`),
  fc.tuple(picture, words).map(([html, text]) => `<p>${html}</p><p>图：${text}</p>`),
  words.map((text) => `<h3 id="one">${text}</h3>`),
  sentence.map((text) => `<p>声明：${text}</p>`),
);
const body = fc
  .tuple(fc.array(block, { maxLength: 12 }), fc.constantFrom('', ' ', '\n', '\r\n '))
  .map(([blocks, gap]) => blocks.join(gap));

function composed(source: string, site = SITES[0] ?? siteOf()) {
  const { post, text } = postOf('_posts/2024-05-30-tide.md', postText({ title: 'x' }, source), site);
  return composeArticle(post, post.url, text, { site, scopeOf: liquidScopes(site, [post]) }).article;
}

function draftOf(html: string, site = SITES[0] ?? siteOf()): Draft {
  const { post, text } = postOf('_posts/2024-05-30-tide.md', postText({ title: 'x' }), site);
  const parsed = parseTree(html);
  if (!parsed.ok) throw new Error(parsed.why);
  return readArticle({ body: parsed.body, post, fields: text.fields }, site);
}

function wordsIn(text: string): readonly string[] {
  return (text.match(/潮\d+信/g) ?? []).toSorted();
}

test('no text makes the steps throw', () => {
  const marks = [
    '<',
    '>',
    '<p>',
    '</p>',
    '<b>',
    '□',
    '①',
    '（',
    '(600001)',
    '> ',
    '\n\n',
    '&lt;',
    '<!--',
    '[返回',
    '#',
    '*',
    '```',
    '|',
  ];
  const anything = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'binary' }), block), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(anything, (parts) => {
      for (const site of SITES) expect(typeof composed(parts.join(''), site).html).toBe('string');
    }),
    { numRuns: 50 },
  );
}, 20_000);

test('no words are lost, and none are said twice', () => {
  fc.assert(
    fc.property(body, sentence, (html, quoted) => {
      const { digest = '', captions = [], html: shown } = composed(`> ${quoted}\n\n${html}\n\n<http://s.example/1>`);
      const texts = captions.map(({ text }) => text).join(' ');
      const said = wordsIn(`${shown.replaceAll(/<[^>]*>/g, '')} ${texts}`);
      // A digest that the text also says is shown by one of the two.
      expect([wordsIn(html), wordsIn(html + quoted)]).toContainEqual([...said, ...wordsIn(digest)].toSorted());
    }),
  );
});

test('run again on their own result the steps change nothing', () => {
  fc.assert(
    fc.property(body, fc.constantFrom(...SITES), (html, site) => {
      const once = serialize(draftOf(html, site).body.children, site);
      expect(serialize(draftOf(once, site).body.children, site)).toBe(once);
    }),
  );
});

// Each took a minute or more while a step moved all siblings for every one it changed; the test's own limit is enough.
test.each([
  ['spans', `<p>${'<span>潮</span> '.repeat(50_000)}</p>`],
  ['empty paragraphs', '<p></p><hr>'.repeat(50_000)],
  ['headings', '<h2>潮</h2><p>信</p>'.repeat(40_000)],
  ['short lines', '<p>短句一行</p>'.repeat(60_000)],
  ['mentions', `<p>${`<a href="${QUOTES}1.600001">潮</a>、`.repeat(40_000)}</p>`],
  ['pictures', `<p>${'<img src="a.png">'.repeat(60_000)}</p>`],
])(
  'a post of nothing but %s goes through the steps',
  (_name, html) => {
    for (const site of SITES) expect(draftOf(html, site).body.children).not.toEqual([]);
  },
  30_000,
);
