import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sequence } from '#builder/verify/Sequence.ts';

type Told = readonly (readonly [text: string, block: string])[];

function sequenceOf(told: Told): Sequence {
  const sequence = new Sequence();
  for (const [text, block] of told) sequence.tell(text, block);
  return sequence;
}

const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });

test('two lists are the same exactly when they have the same texts in the same order', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const [one, other] = [a, b].map((list) => sequenceOf(list.map((text) => [text, ''])));
      expect(other && one?.equals(other)).toBe(a.join() === b.join());
    }),
  );
});

test('within a block order does not count', () => {
  const told: Told = [
    ['a', ''],
    ['b', '09'],
    ['c', '09'],
    ['d', '10'],
  ];
  expect(
    sequenceOf(told).equals(
      sequenceOf([
        ['a', ''],
        ['c', '09'],
        ['b', '09'],
        ['d', '10'],
      ]),
    ),
  ).toBe(true);
});

test.each<[string, Told]>([
  [
    'a text of another block',
    [
      ['a', ''],
      ['c', '09'],
      ['d', '10'],
      ['b', '10'],
    ],
  ],
  [
    'a text too few',
    [
      ['a', ''],
      ['b', '09'],
      ['d', '10'],
    ],
  ],
  [
    'a text twice for another',
    [
      ['a', ''],
      ['b', '09'],
      ['b', '09'],
      ['d', '10'],
    ],
  ],
])('%s is another list', (_name, told) => {
  const expected = sequenceOf([
    ['a', ''],
    ['b', '09'],
    ['c', '09'],
    ['d', '10'],
  ]);
  expect(sequenceOf(told).equals(expected)).toBe(false);
});
