import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow, gestureOf, panBy, type Room, toggleZoom, type View, WHOLE, zoomAt } from '#article/zoom.ts';

/** A phone, and a landscape picture as wide as its screen. */
const ROOM: Room = { stage: { width: 400, height: 800 }, picture: { width: 400, height: 300 } };
/** A long strip, which fits as a thread. */
const STRIP: Room = { stage: { width: 400, height: 800 }, picture: { width: 50, height: 800 } };
const MIDDLE = { x: 0, y: 0 };

describe('zooming', () => {
  test.each([
    ['in around the middle', 2, MIDDLE, { scale: 2, x: 0, y: 0 }],
    ['in around the left edge, which stays', 2, { x: -200, y: 0 }, { scale: 2, x: 200, y: 0 }],
    ['in around a point off the middle, which stays', 3, { x: 50, y: 20 }, { scale: 3, x: -100, y: -40 }],
    ['out of the whole picture: it stays whole', 0.5, { x: 90, y: 0 }, WHOLE],
  ])('%s', (_name, factor, at, expected) => {
    expect(plain(zoomAt(WHOLE, factor, at, ROOM))).toEqual(expected);
  });

  test('out again comes back to the whole picture, wherever it was looked at', () => {
    const view = panBy(zoomAt(WHOLE, 4, { x: 30, y: 10 }, ROOM), { x: 500, y: -500 }, ROOM);
    expect(plain(zoomAt(view, 0.01, { x: -100, y: 3 }, ROOM))).toEqual(WHOLE);
  });

  test('goes far enough to read a long strip', () => {
    expect(zoomAt(WHOLE, 100, MIDDLE, STRIP).scale).toBeGreaterThanOrEqual(400 / 50);
  });

  test('of a picture that is not there yet is possible', () => {
    const room = { stage: ROOM.stage, picture: { width: 0, height: 0 } };
    expect(plain(zoomAt(WHOLE, 2, { x: 10, y: 10 }, room))).toEqual({ scale: 2, x: 0, y: 0 });
  });
});

test.each([
  ['fills the stage with a long strip', STRIP, 8],
  ['doubles a picture that nearly fills it', { ...ROOM, picture: { width: 400, height: 780 } }, 2],
])('a double tap %s, and shows it whole again', (_name, room, scale) => {
  const view = toggleZoom(WHOLE, MIDDLE, room);
  expect(view.scale).toBeCloseTo(scale);
  expect(toggleZoom(view, MIDDLE, room)).toEqual(WHOLE);
});

describe('fingers', () => {
  test('that part enlarge what is between them', () => {
    const before = [
      { x: -50, y: 0 },
      { x: 50, y: 0 },
    ];
    const after = [
      { x: -100, y: 0 },
      { x: 100, y: 0 },
    ];
    expect(plain(follow(WHOLE, { before, after }, ROOM))).toEqual({ scale: 2, x: 0, y: 0 });
  });

  test('that lie on each other change nothing', () => {
    expect(plain(follow(WHOLE, { before: [MIDDLE, MIDDLE], after: [MIDDLE, MIDDLE] }, ROOM))).toEqual(WHOLE);
  });

  test('one alone moves an enlarged picture', () => {
    const view = { scale: 3, x: 0, y: 0 };
    expect(follow(view, { before: [MIDDLE], after: [{ x: 30, y: -20 }] }, ROOM)).toEqual({ scale: 3, x: 30, y: -20 });
  });
});

test.each([
  ['stays where it came down', { x: 3, y: 4 }, 'tap'],
  ['goes left', { x: -120, y: 20 }, 'next'],
  ['goes right', { x: 90, y: -30 }, 'previous'],
  ['goes down', { x: 20, y: 200 }, null],
  ['goes aslant', { x: 100, y: 90 }, null],
  ['hardly moves', { x: 20, y: 0 }, null],
])('a finger that %s means %j', (_name, to, gesture) => {
  expect(gestureOf({ x: 5, y: 5 }, { x: 5 + to.x, y: 5 + to.y })).toBe(gesture);
});

describe('whatever is done', () => {
  const length = fc.integer({ min: 1, max: 5000 });
  const size = fc.record({ width: length, height: length });
  const point = fc.record({ x: fc.integer({ min: -3000, max: 3000 }), y: fc.integer({ min: -3000, max: 3000 }) });
  const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
  const acts = fc.array(fc.tuple(factor, point, point), { minLength: 1, maxLength: 8 });

  test('the picture is whole or larger, and leaves no gap at an edge that it could reach', () => {
    fc.assert(
      fc.property(size, size, acts, (stage, picture, acts) => {
        const room = { stage, picture };
        const view = acts.reduce<View>((view, [by, at, move]) => panBy(zoomAt(view, by, at, room), move, room), WHOLE);
        expect(view.scale).toBeGreaterThanOrEqual(1);
        expect(gap(view.x, picture.width * view.scale, stage.width)).toBeLessThan(0.001);
        expect(gap(view.y, picture.height * view.scale, stage.height)).toBeLessThan(0.001);
      }),
    );
  });

  test('what lies at the point stays there, unless an edge comes in', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 2, noNaN: true }), point, (by, at) => {
        const room = { stage: { width: 100, height: 100 }, picture: { width: 10_000, height: 10_000 } };
        const from = { scale: 1, x: 40, y: -20 };
        const to = zoomAt(from, by, at, room);
        if (Math.abs(to.x) >= 4950 || Math.abs(to.y) >= 4950) return;
        expect((at.x - to.x) / to.scale).toBeCloseTo((at.x - from.x) / from.scale, 6);
        expect((at.y - to.y) / to.scale).toBeCloseTo((at.y - from.y) / from.scale, 6);
      }),
    );
  });
});

/** How far the stage shows on the far side of a picture's edge, beyond what the picture's size makes it show. */
function gap(offset: number, picture: number, stage: number): number {
  return Math.max(0, Math.abs(offset) - Math.max(0, (picture - stage) / 2));
}

/** Without the zeros below zero, which mean the same. */
function plain({ scale, x, y }: View): View {
  return { scale, x: x + 0, y: y + 0 };
}
