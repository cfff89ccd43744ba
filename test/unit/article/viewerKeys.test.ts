import { expect, test } from 'vitest';
import { moveFor } from '#article/viewerKeys.ts';
import { type Room, WHOLE } from '#article/zoom.ts';

const ROOM: Room = { stage: { width: 400, height: 400 }, picture: { width: 400, height: 400 } };
const BARE = { ctrlKey: false, metaKey: false, altKey: false };

test.each([
  ['ArrowRight', 1],
  ['ArrowLeft', -1],
])('%s turns to a neighbour while the picture is whole', (key, turn) => {
  expect(moveFor({ ...BARE, key }, false)).toEqual({ turn });
});

test.each([
  ['+', { scale: 3, x: 0, y: 0 }],
  ['=', { scale: 3, x: 0, y: 0 }],
  ['-', { scale: 4 / 3, x: 0, y: 0 }],
  ['0', WHOLE],
  ['ArrowLeft', { scale: 2, x: 60, y: 0 }],
  ['ArrowRight', { scale: 2, x: -60, y: 0 }],
  ['ArrowUp', { scale: 2, x: 0, y: 60 }],
  ['ArrowDown', { scale: 2, x: 0, y: -60 }],
])('%s changes the view of an enlarged picture', (key, view) => {
  const move = moveFor({ ...BARE, key }, true);
  expect(move && 'change' in move ? move.change({ scale: 2, x: 0, y: 0 }, ROOM) : move).toEqual(view);
});

test.each(['ArrowUp', 'ArrowDown', 'Escape', 'Tab', 'Enter', ' ', 'a', 'constructor'])(
  '%s is not the viewer’s',
  (key) => {
    expect(moveFor({ ...BARE, key }, false)).toBeNull();
  },
);

test.each(['ctrlKey', 'metaKey', 'altKey'])('a key with %s is the browser’s', (held) => {
  for (const key of ['+', '-', '0', 'ArrowLeft']) expect(moveFor({ ...BARE, key, [held]: true }, true)).toBeNull();
});
