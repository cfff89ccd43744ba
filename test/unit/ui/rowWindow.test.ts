import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTooNarrow, positionAt, rangeAround, spaceFor, viewAround } from '#ui/rowWindow.ts';

const ALL = { start: 1, end: 1000 };

describe('the rows around the visible ones', () => {
  test.each([
    ['in the middle, evenly', { start: 500, end: 510 }, { start: 489, end: 521 }],
    ['at the top, all below', { start: 1, end: 11 }, { start: 1, end: 33 }],
    ['at the end, all above', { start: 990, end: 1000 }, { start: 968, end: 1000 }],
    ['beyond the end, the last', { start: 2000, end: 2010 }, { start: 968, end: 1000 }],
    ['more than there may be, with a margin', { start: 500, end: 560 }, { start: 494, end: 566 }],
  ])('%s', (_name, visible, held) => {
    expect(rangeAround(visible, { bounds: ALL, most: 32 })).toEqual(held);
  });

  test('of a short list, all', () => {
    expect(rangeAround({ start: 0, end: 5 }, { bounds: { start: 0, end: 12 }, most: 32 })).toEqual({
      start: 0,
      end: 12,
    });
    expect(rangeAround({ start: 0, end: 8 }, { bounds: { start: 0, end: 0 }, most: 32 })).toEqual({ start: 0, end: 0 });
  });

  test('lie in the list, hold what is visible, and are never too narrow', () => {
    assert(
      property(
        integer({ min: 0, max: 1000 }),
        integer({ min: 1, max: 60 }),
        constantFrom(32, 56),
        (start, rows, most) => {
          const visible = { start: Math.max(ALL.start, start), end: Math.min(ALL.end, start + rows) };
          const held = rangeAround(visible, { bounds: ALL, most });
          expect(held.start).toBeGreaterThanOrEqual(ALL.start);
          expect(held.end).toBeLessThanOrEqual(ALL.end);
          expect(held.end - held.start).toBeLessThanOrEqual(Math.max(most, rows + 12));
          expect(isTooNarrow(held, visible, { bounds: ALL })).toBe(false);
        },
      ),
    );
  });
});

describe('the space for rows that are not there', () => {
  test('is as high as they are', () => expect(spaceFor(300, 10_000, 110)).toBe(33_000));

  test('is in all never higher than a page can be', () => {
    expect(spaceFor(1_000_000, 1_000_000, 110)).toBe(4_000_000);
    expect(spaceFor(500_000, 1_000_000, 110)).toBe(2_000_000);
  });

  test('leads to positions in proportion', () => {
    const unseen = { start: 1, end: 1_000_001 };
    expect([0, 1_000_000, 4_000_000].map((px) => positionAt(px, 4_000_000, unseen))).toEqual([1, 250_001, 1_000_000]);
    expect(positionAt(-50, 4_000_000, unseen)).toBe(1);
    expect(positionAt(50, 0, { start: 7, end: 7 })).toBe(7);
  });
});

test.each([
  ['at the top', { position: 7 }, { start: 7, end: 15 }],
  ['below others, one of which is cut off', { position: 7, offset: 250 }, { start: 4, end: 12 }],
  ['above the top', { position: 7, offset: -40 }, { start: 7, end: 15 }],
  ['near the beginning of its list, which bounds are for', { position: 1, offset: 250 }, { start: -2, end: 6 }],
])('a viewport around a row %s', (_name, beginning, rows) => {
  expect(viewAround(beginning, 800, 100)).toEqual(rows);
});

test('a list that opens holds what is visible and a row on each side, and that is not too narrow', () => {
  const opening = { bounds: { start: 0, end: 1000 }, most: 0, margin: 1 };
  const visible = { start: 500, end: 508 };
  const held = rangeAround(visible, opening);
  expect(held).toEqual({ start: 499, end: 509 });
  expect(isTooNarrow(held, visible, { ...opening, margin: 0 })).toBe(false);
  expect(isTooNarrow(held, { start: 500, end: 510 }, { ...opening, margin: 0 })).toBe(true);
  expect(isTooNarrow(held, visible, { bounds: opening.bounds })).toBe(true);
});
