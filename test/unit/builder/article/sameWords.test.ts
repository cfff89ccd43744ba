import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, foldedAny, nearEnd } from '#builder/article/sameWords.ts';

const OPENING = 'abcdefghijklmnopqrstuvwxyz0123456789abcd'; // 40 characters: two may differ.

test.each([
  ['the same', `${OPENING}…and on`, 40],
  ['one replaced', `${OPENING.replace('k', '_')}…and on`, 40],
  ['one missing', `${OPENING.replace('k', '')}…and on`, 39],
  ['two added', `${OPENING.replace('k', 'k__')}…and on`, 42],
  ['two at the end missing', OPENING.slice(0, 38), 38],
  ['three replaced', `${OPENING.replace('klm', '___')}…and on`, null],
  ['far too short', OPENING.slice(0, 20), null],
  ['nothing', '', null],
])('an opening ends in a text with %s', (_name, text, end) => {
  expect(nearEnd(OPENING, text)).toBe(end);
});

test('what is short must be the same, and what is very long is not compared', () => {
  expect(nearEnd('潮信', '潮汐')).toBe(null);
  expect(nearEnd('潮'.repeat(2_001), '潮'.repeat(2_001))).toBe(null);
});

test('letters and digits are compared, in one case and width', () => {
  expect(folded(' “ＡＢ港”，3号…\u3000Éß！')).toBe('ab港3号éß');
});

test('a text of common characters is folded as any text is', () => {
  const common = fc.constantFrom(
    '潮',
    '信',
    'Tide',
    'a',
    'Z',
    '9',
    '，',
    '。',
    '“',
    '’',
    '（',
    '：',
    '？',
    '、',
    ' ',
    '\u3000',
    '-',
  );
  const other = fc.constantFrom(
    '\u0301',
    'か',
    '\u3099',
    'Ａ',
    '１',
    'ß',
    'Σ',
    'İ',
    '\n',
    '㎏',
    '豈',
    '①',
    '…',
    '\ud83d',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(common, common, common, other), { maxLength: 8 }), (parts) => {
      expect(folded(parts.join(''))).toBe(foldedAny(parts.join('')));
    }),
    { numRuns: 1000 },
  );
  const all = Array.from({ length: 0x10000 }, (_none, unit) => `a${String.fromCharCode(unit)}潮`);
  expect(all.filter((text) => folded(text) !== foldedAny(text))).toEqual([]);
});
