import { expect, test } from 'vitest';
import { categoriesOf, tagsOf } from '#builder/post/taxonomy.ts';
import type { Fields } from '#builder/post/value.ts';
import { parseYaml } from '#builder/post/yaml.ts';

function fieldsOf(text: string): Fields {
  const parsed = parseYaml(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.fields;
}

test.each([
  ['one word', 'tags: 港口', ['港口']],
  ['words parted by blanks', 'tags: 港口 夜航', ['港口', '夜航']],
  ['words parted by a full-width blank', 'tags: 港口　夜航', ['港口　夜航']],
  ['a list', 'tags: [港口 快讯, 夜航]', ['港口 快讯', '夜航']],
  ['a list in a list', 'tags: [a, [b, c]]', ['a', 'b', 'c']],
  ['the singular, which is not parted', 'tag: 港口 夜航', ['港口 夜航']],
  ['the singular before the plural', 'tag: a\ntags: [b]', ['a']],
  ['an empty singular', 'tag:\ntags: [b]', ['b']],
  ['numbers', 'tags: [2024, 1.5]', ['2024', '1.5']],
  ['empty ones', 'tags: ["", " ", a, null]', ['a']],
  ['the same twice', 'tags: [a, a]', ['a', 'a']],
  ['a mapping', 'tags: { a: b }', []],
  ['nothing', 'title: x', []],
])('tags of %s', (_name, text, tags) => {
  expect(tagsOf(fieldsOf(text))).toEqual(tags);
});

test.each([
  ['folders first', 'categories: b', '', ['a'], ['a', 'b']],
  ['the plural, then the singular', 'category: c d\ncategories: a b', '', [], ['a', 'b', 'c d']],
  ['defaults before the post’s own', 'categories: [b]', 'categories: [a]', [], ['a', 'b']],
  ['the singular of the defaults', 'categories: [b]', 'category: a', [], ['b', 'a']],
  ['the post’s own singular instead of the defaults’', 'category: b', 'category: a', [], ['b']],
  ['an empty singular takes the defaults’ away', 'category:', 'category: a', [], []],
  ['each once', 'categories: [a, b, a]', '', ['b'], ['b', 'a']],
  ['spelling kept', 'categories: [Port, port]', '', [], ['Port', 'port']],
])('categories: %s', (_name, own, defaults, folders, categories) => {
  expect(categoriesOf(fieldsOf(own), fieldsOf(defaults), folders)).toEqual(categories);
});
