import { expect, test } from 'vitest';
import { selectElements } from '#builder/article/selectElements.ts';
import { parseTree, textOfNode } from '#builder/article/tree.ts';

function textsOf(selector: string, html: string): readonly string[] {
  const parsed = parseTree(html);
  return parsed.ok ? selectElements(selector, parsed.body).map(textOfNode) : [];
}

test('a selector finds what it names in every text it is asked of', () => {
  expect(textsOf('p.advert', '<p class="advert">一</p><div><p class="big advert">二</p><p>三</p></div>')).toEqual([
    '一',
    '二',
  ]);
  expect(textsOf('p.advert', '<p>一</p><p class="advert">二</p>')).toEqual(['二']);
  expect(textsOf('p.advert', '<p>一</p>')).toEqual([]);
});

test('one that begins with a combinator finds nothing', () => {
  expect(textsOf('> p', '<p>一</p><div><p>二</p></div>')).toEqual([]);
});
