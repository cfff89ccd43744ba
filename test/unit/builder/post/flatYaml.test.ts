import { expect, test } from 'vitest';
import { scanFlat } from '#builder/post/flatYaml.ts';

test.each([
  ['a field of one line', 'title: "夜航"\nlayout: post\n', { title: '夜航', layout: 'post' }],
  ['a list in brackets', 'tags: [港口, "夜航, 恢复前", 7]\n', null],
  ['a list of words in brackets', "tags: [港口, '夜 航', 7]\n", { tags: ['港口', '夜 航', 7] }],
  ['a list on lines of its own', 'tags:\n- 港口\n- "夜航"\nlayout: post\n', { tags: ['港口', '夜航'], layout: 'post' }],
  ['a list with a margin', 'tags:\n  - 港口\n  - yes\n', { tags: ['港口', true] }],
  ['a list with two margins', 'tags:\n - 港口\n  - 夜航\n', null],
  ['a field without a value', 'tags:\nlayout: post\n', { tags: null, layout: 'post' }],
  ['an empty list', 'tags: []\n', null],
  ['a list in a list', 'tags: [[港口], 夜航]\n', null],
  ['a mapping in a list', 'tags:\n- 港口: 夜航\n', null],
  ['a mapping below a field', 'tags:\n  港口: 夜航\n', null],
  ['a remark', 'tags: 港口 # 夜航\n', null],
])('%s is read at once or left to the parser', (_name, source, fields) => {
  const found = scanFlat(source);
  expect(found && Object.fromEntries(found)).toEqual(fields);
});
