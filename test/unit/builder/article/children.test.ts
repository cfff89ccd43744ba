import { DomUtils } from 'htmlparser2';
import { expect, test } from 'vitest';
import { removeAll, replaceEach, takeChildren } from '#builder/article/children.ts';
import { element, elementsNamed, parseTree } from '#builder/article/tree.ts';

function bodyOf(html: string) {
  const parsed = parseTree(html);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.body;
}

test('inner nodes are replaced before outer ones', () => {
  const body = bodyOf('<b>1<b>2</b></b>3<b>4</b>');
  replaceEach(elementsNamed(body, 'b'), (node) => [element('i', {}, takeChildren(node))]);
  expect(DomUtils.getInnerHTML(body)).toBe('<i>1<i>2</i></i>3<i>4</i>');
});

test('siblings and parents know each other afterwards', () => {
  const body = bodyOf('<b>1</b><i>2</i><b>3</b>');
  removeAll(elementsNamed(body, 'b'));
  const [only] = body.children;
  expect([body.children.length, only?.prev, only?.next, only?.parent === body]).toEqual([1, null, null, true]);
});

test('each sibling is visited once, however many go', () => {
  const body = bodyOf('<b></b>'.repeat(1_000));
  let visits = 0;
  const [nodes] = [elementsNamed(body, 'b')];
  body.children = new Proxy(body.children, { get: (list, key) => (visits++, Reflect.get(list, key)) });
  removeAll(nodes);
  expect(visits).toBeLessThan(5_000);
});
