import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '#builder/post/frontMatter.ts';
import { parseYaml } from '#builder/post/yaml.ts';

test.each([
  ['as usual', '---\ntitle: 潮信\n---\n正文\n', { title: '潮信' }, '正文\n'],
  ['with Windows line ends', '---\r\ntitle: 潮信\r\n---\r\n正文\r\n', { title: '潮信' }, '正文\r\n'],
  ['closed by dots', '---\ntitle: 潮信\n...\n正文', { title: '潮信' }, '正文'],
  ['with blanks after the dashes', '---  \ntitle: 潮信\n--- \n正文', { title: '潮信' }, '正文'],
  ['empty', '---\n---\n正文', {}, '正文'],
  ['without a body', '---\ntitle: 潮信\n---', { title: '潮信' }, ''],
  ['with dashes in the body', '---\ntitle: 潮信\n---\n正文\n---\n下文', { title: '潮信' }, '正文\n---\n下文'],
  ['with an empty line', '---\ntitle: 潮信\n\ntags: 港口\n---\n', { title: '潮信', tags: '港口' }, ''],
])('front matter %s is cut from the body', (_name, text, fields, body) => {
  const found = splitFrontMatter(text);
  expect([Object.fromEntries(found.fields), found.body, found.present]).toEqual([fields, body, true]);
});

test.each([
  ['no dashes', '正文\n'],
  ['dashes that never close', '---\ntitle: 潮信\n正文\n'],
  ['dashes in the second line', '\n---\ntitle: 潮信\n---\n'],
  ['four dashes', '----\ntitle: 潮信\n----\n'],
  ['a language after the dashes', '---js\n{ title: process.exit() }\n---\n'],
])('a text with %s is all body', (_name, text) => {
  expect(splitFrontMatter(text)).toEqual({ fields: new Map(), body: text, present: false });
});

test.each([
  ['unescaped quotes', 'title: "他说"好"的"', { title: '他说"好"的', tags: '港口' }],
  ['a colon and a blank', 'title: 快讯: 夜航: 恢复', { title: '快讯: 夜航: 恢复', tags: '港口' }],
  ['a quotation without end', 'title: "夜航恢复', { title: '夜航恢复', tags: '港口' }],
  ['a backslash that escapes nothing', 'title: "三号\\码头"', { title: '三号\\码头', tags: '港口' }],
  ['a list without end', 'title: 夜航\nmore: [a', { title: '夜航', more: '[a', tags: '港口' }],
  ['a field given twice, of which the first counts', 'title: "a"b"\ntitle: c', { title: 'a"b', tags: '港口' }],
])('of YAML broken by %s every line that stands alone is kept', (_name, lines, fields) => {
  const found = splitFrontMatter(`---\n${lines}\ntags: 港口\n---\n正文`);
  expect(found.broken).toMatch(/./);
  expect(Object.fromEntries(found.fields)).toEqual(fields);
  expect(found.body).toBe('正文');
});

test.each([
  ['between key and value', `title:${' '.repeat(50_000)}x"`],
  ['within the value', `title: x${' '.repeat(50_000)}"`],
  ['and tabs in turn', `title: x${' \t'.repeat(25_000)}"`],
])('many blanks %s are read in no time', (_name, line) => {
  const startedMs = performance.now();
  splitFrontMatter(`---\n${line}\ntags: [\n---\n`);
  expect(performance.now() - startedMs).toBeLessThan(500);
});

test('of front matter beyond the parser’s bound the lines within it are kept', () => {
  const { fields, broken } = splitFrontMatter(`---\ntitle: 夜航\nmore: ${'x'.repeat(300_000)}\nlate: 1\n---\n`);
  expect(broken).toMatch(/characters of YAML/);
  expect([fields.get('title'), fields.has('late')]).toEqual(['夜航', false]);
});

test('an ideographic space belongs to the value', () => {
  expect(splitFrontMatter('---\ntitle: 夜航\u3000 \n---\n').fields.get('title')).toBe('夜航\u3000');
});

test('fields that need the YAML parser get it', () => {
  const { fields, broken } = splitFrontMatter('---\ntags:\n  - 港口\n  - 夜航\ntitle: >\n  一\n  二\n---\n');
  expect(broken).toBeUndefined();
  expect(fields.get('tags')).toEqual(['港口', '夜航']);
  expect(fields.get('title')).toBe('一 二\n');
});

test('whatever flat front matter holds, the fast way reads what the YAML parser reads', () => {
  const word = fc.constantFrom(...['港口', 'yes', '~', 'null', '007', '12', '-3.5', '+0800', '2024-05-31', '09:55:06']);
  const mark = fc.constantFrom(
    ...[
      ' ',
      '  ',
      ':',
      ': ',
      '#',
      ' #',
      '"',
      "'",
      '\\',
      '-',
      '- ',
      '[',
      ']',
      '{',
      ',',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '\t',
    ],
  );
  const value = fc.array(fc.oneof(word, mark), { maxLength: 6 }).map((parts) => parts.join(''));
  const listed = fc.array(value, { maxLength: 3 });
  const block = fc
    .tuple(fc.constantFrom('', ' ', '  '), listed)
    .map(([margin, rows]) => rows.map((row) => `\n${margin}- ${row}`).join(''));
  const flow = listed.map((rows) => `[${rows.join(', ')}]`);
  const key = fc.constantFrom('title', 'date', 'tags', 'a-b', '_c', 'no', '1a', '键', 'key key');
  const line = fc
    .tuple(key, fc.constantFrom(': ', ':', ':  '), fc.oneof(value, flow, block))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const source = `${lines.join('\n')}\n`;
      const parsed = parseYaml(source);
      const found = splitFrontMatter(`---\n${source}---\n`);
      expect(found.broken !== undefined).toBe(!parsed.ok);
      if (parsed.ok) expect(found.fields).toEqual(parsed.fields);
    }),
    { numRuns: 1000 },
  );
});
