import { useRef } from 'react';
import type { Zoom } from './useZoom.ts';
import { follow, gestureOf, type Point, toggleZoom } from './zoom.ts';

const DOUBLE_TAP_MS = 300;

type Down = { readonly point: Point; readonly isAlone: boolean };
type Tap = { readonly point: Point; readonly time: number };
type Handler = (event: React.PointerEvent<HTMLElement>) => void;
type Handlers = Readonly<Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', Handler>>;

/** Fingers on a stage, or the mouse with its button down: drag, pinch, swipe to a neighbour, double tap. */
export function useFingers(zoom: Zoom, onTurn: (by: 1 | -1) => void): Handlers {
  const fingers = useRef(new Map<number, Point>());
  const down = useRef<Down | null>(null);
  const lastTap = useRef<Tap | null>(null);

  const touch: Handler = (event) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOn(event.currentTarget, event);
    down.current = { point, isAlone: fingers.current.size === 0 };
    fingers.current.set(event.pointerId, point);
  };

  const drag: Handler = (event) => {
    if (!fingers.current.has(event.pointerId)) return;
    const before = [...fingers.current.values()];
    fingers.current.set(event.pointerId, pointOn(event.currentTarget, event));
    const after = [...fingers.current.values()];
    zoom.change((view, room) => follow(view, { before, after }, room));
  };

  const lift: Handler = (event) => {
    const began = down.current;
    if (!fingers.current.delete(event.pointerId) || !began?.isAlone) return;
    const point = pointOn(event.currentTarget, event);
    const gesture = gestureOf(began.point, point);
    if (gesture === 'tap') tap({ point, time: event.timeStamp });
    else if (gesture !== null && zoom.view.scale === 1) onTurn(gesture === 'next' ? 1 : -1);
  };

  const tap = (next: Tap) => {
    const last = lastTap.current;
    const isSecond = last && next.time - last.time < DOUBLE_TAP_MS && gestureOf(last.point, next.point) === 'tap';
    lastTap.current = isSecond ? null : next;
    if (isSecond) zoom.change((view, room) => toggleZoom(view, next.point, room));
  };

  const cancel: Handler = (event) => void fingers.current.delete(event.pointerId);
  return { onPointerDown: touch, onPointerMove: drag, onPointerUp: lift, onPointerCancel: cancel };
}

/** Where on an element something happened, from its middle. */
export function pointOn(element: Element, { clientX, clientY }: MouseEvent | React.PointerEvent): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
}
