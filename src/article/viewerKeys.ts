import type { ViewChange } from './useZoom.ts';
import { panBy, WHOLE, zoomAt } from './zoom.ts';

type Move = { readonly turn: 1 | -1 } | { readonly change: ViewChange };
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const STEP = 60;
const PANS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};

/** What a key means in the viewer, or null. Arrows look around in an enlarged picture, and else turn to the next. */
export function moveFor({ key, ctrlKey, metaKey, altKey }: Key, isEnlarged: boolean): Move | null {
  if (ctrlKey || metaKey || altKey) return null; // The browser's own zoom, and its way back.
  if (key === '+' || key === '=') return { change: (view, room) => zoomAt(view, 1.5, WHOLE, room) };
  if (key === '-' || key === '_') return { change: (view, room) => zoomAt(view, 1 / 1.5, WHOLE, room) };
  if (key === '0') return { change: () => WHOLE };
  const pan = PANS[key];
  if (isEnlarged && pan) return { change: (view, room) => panBy(view, pan, room) };
  if (key === 'ArrowRight') return { turn: 1 };
  return key === 'ArrowLeft' ? { turn: -1 } : null;
}
