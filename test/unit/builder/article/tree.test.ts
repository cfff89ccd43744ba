import { expect, test } from 'vitest';
import { adjacent, elementsNamed, elementsOf, parseTree, plainTree, textOfNode } from '#builder/article/tree.ts';

function bodyOf(html: string) {
  const parsed = parseTree(html);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.body;
}

test.each([
  ['200 levels', '<b>'.repeat(200), true],
  ['201 levels', '<b>'.repeat(201), false],
  ['200,000 pieces', '<br>'.repeat(200_000), true],
  ['200,001 pieces', '<br>'.repeat(200_001), false],
])('HTML of %s has a tree: %s', (_name, html, ok) => {
  expect(parseTree(html).ok).toBe(ok);
});

test('plain text has a paragraph for each part between empty lines', () => {
  const texts = plainTree('一\n二\n\n \n三 <b>\n').children.map((node) => textOfNode(node));
  expect(texts).toEqual(['一 二', '三 <b>']);
});

test('elements are found in document order, while the tree is changed', () => {
  const body = bodyOf('<p>1<b>2<i>3</i></b></p><p>4</p>');
  expect(elementsOf(body).map(({ name }) => name)).toEqual(['p', 'b', 'i', 'p']);
  for (const node of elementsNamed(body, 'p', 'i')) node.name = 'x';
  expect(elementsNamed(body, 'x')).toHaveLength(3);
});

test('the text of a node has no tags and single blanks', () => {
  expect(textOfNode(bodyOf(' <p>潮\u3000\n<b>信</b>&nbsp;!</p> '))).toBe('潮 信 !');
});

test.each([
  ['over blanks and comments', '<p>一</p> \n<!-- x --><h2>二</h2>', 'h2'],
  ['not over text', '<p>一</p>文<h2>二</h2>', undefined],
  ['up to a break', '<p>一</p><br><h2>二</h2>', 'br'],
])('the next element is found %s', (_name, html, name) => {
  const [first] = elementsOf(bodyOf(html));
  expect(first && adjacent(first, 'next')?.name).toBe(name);
});
