import { expect, test } from 'vitest';
import { slugify, slugifyPretty, titleOf } from '#shared/slugify.ts';

test.each([
  ['The_BIG Catch', 'the-big-catch', 'The_BIG-Catch'],
  ['潮汐：表', '潮汐-表', '潮汐-表'],
  ['a.b~c', 'a-b-c', 'a.b~c'],
  ['--a--', 'a', 'a'],
  ['Élan', 'élan', 'Élan'],
  ['第１号', '第１号', '第１号'],
  ['！？', '', ''],
])('%s is %s as a slug and %s as a title in an address', (text, slug, pretty) => {
  expect([slugify(text), slugifyPretty(text)]).toEqual([slug, pretty]);
});

test('a file name makes a title', () => {
  expect(titleOf('hello-BIG-world')).toBe('Hello Big World');
  expect(titleOf('潮汐-table')).toBe('潮汐 Table');
});
