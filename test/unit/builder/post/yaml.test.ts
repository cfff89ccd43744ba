import { expect, test } from 'vitest';
import { parseYaml, plainScalar } from '#builder/post/yaml.ts';
import { CalendarDate, Timestamp, type Value } from '#builder/post/value.ts';

function valueOf(text: string): unknown {
  const parsed = parseYaml(`v: ${text}\n`);
  return parsed.ok ? readable(parsed.fields.get('v')) : parsed;
}

/** Values as plain objects, so that a test can write them down. */
function readable(value: Value | undefined): unknown {
  if (value instanceof Timestamp)
    return `${new Date(value.instantMs).toISOString()} ${value.hasZone ? 'zone' : 'no zone'}`;
  if (value instanceof CalendarDate) return `day ${value.text}`;
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, child]) => [key, readable(child)]));
  return Array.isArray(value) ? value.map(readable) : value;
}

test.each([
  ['a word', '港口', '港口'],
  ['a quoted number', '"12"', '12'],
  ['a number', '12', 12],
  ['a negative number', '-7', -7],
  ['a decimal number', '1.50', 1.5],
  ['a number with leading zeros', '007', '007'],
  ['a zone alone', '+0800', '+0800'],
  ['an 18-digit identifier', '202405290815003344', '202405290815003344'],
  ['a version', '1.2.3', '1.2.3'],
  ['yes', 'yes', true],
  ['off', 'Off', false],
  ['a quoted yes', "'yes'", 'yes'],
  ['y alone', 'y', 'y'],
  ['nothing', '', null],
  ['a tilde', '~', null],
  ['null', 'null', null],
  ['a list', '[a, "b", 3]', ['a', 'b', 3]],
  ['a mapping', '{ a: 1, b: [x] }', { a: 1, b: ['x'] }],
  ['a day', '2024-05-31', 'day 2024-05-31'],
  ['a day with short numbers', '2024-5-3', 'day 2024-05-03'],
  ['a day that does not exist', '2024-02-30', '2024-02-30'],
  ['a quoted day', '"2024-05-31"', '2024-05-31'],
  ['a time with zone', '2024-05-31 09:55:06 +0800', '2024-05-31T01:55:06.000Z zone'],
  ['a time with a zone of one digit', '2024-05-31 09:55:06 -5', '2024-05-31T14:55:06.000Z zone'],
  ['a time in UTC', '2024-05-31T09:55:06Z', '2024-05-31T09:55:06.000Z zone'],
  ['a time without zone', '2024-05-31 09:55:06', '2024-05-31T09:55:06.000Z no zone'],
  ['a time with fractions', '2024-05-31 09:55:06.25', '2024-05-31T09:55:06.000Z no zone'],
  ['a time without seconds', '2024-05-31 09:55', '2024-05-31 09:55'],
  ['a time that does not exist', '2024-05-31 29:00:00', '2024-05-31 29:00:00'],
  ['a tag that would make an object', '!ruby/object:File {a: 1}', { a: 1 }],
])('%s', (_name, text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test('text over several lines keeps or folds its breaks', () => {
  expect(valueOf('|\n  一\n  二\n')).toBe('一\n二\n');
  expect(valueOf('>\n  one\n  two\n')).toBe('one two\n');
});

test('quoted text may go on at the start of the next line, as Ruby reads it', () => {
  const parsed = parseYaml('title: "第一行\n第二行"\ntags: [a]\n');
  expect(parsed.ok && readable(parsed.fields)).toEqual({ title: '第一行 第二行', tags: ['a'] });
});

test('of equal keys the last wins', () => {
  const parsed = parseYaml('title: 一\ntitle: 二\n');
  expect(parsed.ok && parsed.fields.get('title')).toBe('二');
});

test('aliases stand for what they name', () => {
  const parsed = parseYaml('a: &x [1, 2]\nb: *x\n');
  expect(parsed.ok && readable(parsed.fields.get('b'))).toEqual([1, 2]);
});

test('a key that names a prototype is a key like any other', () => {
  const parsed = parseYaml('__proto__: { polluted: yes }\nconstructor: x\n');
  expect(parsed.ok && parsed.fields.get('constructor')).toBe('x');
  expect(parsed.ok && readable(parsed.fields.get('polluted'))).toBeUndefined();
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined(); // Only a polluted prototype would give it a value.
});

test('text that is no mapping is an empty one', () => {
  expect(parseYaml('- a\n- b\n')).toEqual({ ok: true, fields: new Map() });
  expect(parseYaml('')).toEqual({ ok: true, fields: new Map() });
});

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
for (let level = 1; level < 9; level++) {
  const [above, own] = [String.fromCharCode(96 + level), String.fromCharCode(97 + level)];
  bomb.push(`${own}: &${own} [${Array(10).fill(`*${above}`).join(', ')}]`);
}

test.each([
  ['an alias bomb', bomb.join('\n')],
  ['an alias that names itself', 'a: &a [*a]'],
  ['a thousand levels', `a: ${'['.repeat(1000)}${']'.repeat(1000)}`],
  ['more than a megabyte', `a: "${'x'.repeat(1_000_001)}"`],
  ['an unclosed quotation', 'title: "他说"好"的"'],
  ['an unclosed list', 'tags: [a, b'],
])('%s is refused in one line', (_name, text) => {
  const parsed = parseYaml(text);
  expect(parsed.ok).toBe(false);
  expect(!parsed.ok && parsed.why).toMatch(/^.+$/);
});

test('a plain scalar is typed as in a mapping', () => {
  for (const text of ['12', 'yes', '+0800', '2024-05-31', '2024-05-31 09:55:06 +0800', '港口', '007'])
    expect(readable(plainScalar(text))).toEqual(valueOf(text));
});
