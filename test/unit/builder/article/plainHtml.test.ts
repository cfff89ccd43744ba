import fc from 'fast-check';
import { type AnyNode, isComment, isTag, isText } from 'domhandler';
import { expect, test } from 'vitest';
import { parsePlain } from '#builder/article/plainHtml.ts';
import { parseAny } from '#builder/article/tree.ts';

/** A tree as it can be compared, with whether every node knows its place. */
function shapeOf(node: AnyNode): unknown {
  const { parent, prev, next } = node;
  const at = parent?.children.indexOf(node as never) ?? 0; // Any node may be looked for.
  const isLinked = prev === (parent?.children[at - 1] ?? null) && next === (parent?.children[at + 1] ?? null);
  if (isText(node) || isComment(node)) return [node.type, node.data, isLinked];
  return isTag(node) ? [node.name, node.attribs, isLinked, node.children.map(shapeOf)] : node.type;
}

test.each([
  ['paragraphs', '<p>潮</p> <p class="a">信<br /></p>\n', true],
  ['elements in elements', '<p><a href="/x"><strong>潮</strong></a><img src="a.png" src="b.png"></p>', true],
  ['text alone', '潮信', true],
  ['nothing', '', true],
  ['a table', '<table><tr><td>潮</td></tr></table>', false],
  ['a reference', '<p>潮&amp;信</p>', false],
  ['a comment', '<p>潮<!-- 信 --></p>', true],
  ['a query', '<img src="/a?b=1&c=2">', true],
  ['a paragraph never closed', '<p>潮', false],
  ['a paragraph in another', '<p>潮<p>信</p></p>', false],
  ['elements that cross', '<p><b>潮<i>信</b></i></p>', false],
  ['an attribute never closed', '<p class="a>潮</p>', false],
  ['a heading', '<h2>潮</h2>', true],
  ['a hundred elements in each other', `<p>${'<b>'.repeat(100)}潮${'</b>'.repeat(100)}</p>`, false],
])('%s: plain or not', (_name, html, isPlain) => {
  expect(parsePlain(html) !== null).toBe(isPlain);
});

test('what is read as plain is read as the parser reads it', () => {
  const tags = ['p', 'a', 'b', 'br', 'img', 'span', 'strong', 'center', 'h3', 'h9', 'table', 'P'];
  const attributes = [
    '',
    ' class="x"',
    ' a="1" a="2"',
    " href='/x'",
    ' title="<b>"',
    ' hidden',
    ' constructor="x"',
    ' b="?a=1&lt=2&copy=&times"',
    ' b="&type=k&lt;&"',
    ' b="&copy=1&x="',
    ' b="&amp;"',
    ' -c="1"',
    ' 1="x" data-x1="<p>"',
    ' b="x"c="y"',
    ' b="x',
    ' ="x"',
    '  b="x"',
    ' b="x" /',
    ' ',
    ' /',
    '/',
  ];
  const open = fc
    .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes))
    .map(([name, rest]) => `<${name}${rest}>`);
  const closed = fc.constantFrom(...tags).map((name) => `</${name}>`);
  const whole = fc.tuple(open, fc.constantFrom('潮', '信 <b>x</b>', '')).map(([tag, text]) => {
    return `${tag}${text}</${/\w+/.exec(tag)?.[0]}>`;
  });
  const text = fc.constantFrom(
    '潮信',
    ' ',
    '\n',
    '\r\n',
    '\0',
    '<',
    '>',
    '"',
    '<!-- x -->',
    '<!---->',
    '<!-->',
    '<!-- a-b -->',
    '<!DOCTYPE x>',
    '&amp;',
    '&',
    '< p>',
    '</>',
    '</p >',
    '</',
    '<',
    '<br/>',
    '<br /',
    '<p',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(whole, open, closed, text), { maxLength: 6 }), (pieces) => {
      const html = pieces.join('');
      const [plain, parsed] = [parsePlain(html), parseAny(html)];
      if (plain) expect(plain.children.map(shapeOf)).toEqual(parsed.ok && parsed.body.children.map(shapeOf));
    }),
    { numRuns: 1000 },
  );
});
