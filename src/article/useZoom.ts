import { type RefObject, useCallback, useRef, useState } from 'react';
import { type Room, type View, WHOLE, zoomAt } from './zoom.ts';

/** A change of the view, in the room there is. */
export type ViewChange = (view: View, room: Room) => View;

/** The view of the picture on a stage: an element whose only child is the picture. */
export type Zoom = {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly view: View;
  readonly change: (how: ViewChange) => void;
  /** Zooms by a factor, around the middle of the stage. */
  readonly by: (factor: number) => void;
  readonly reset: () => void;
};

/** Begins with the whole picture. */
export function useZoom(): Zoom {
  const stage = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(WHOLE);
  const change = useCallback((how: ViewChange) => {
    const room = stage.current && roomOf(stage.current);
    if (room) setView((view) => how(view, room));
  }, []);
  const by = (factor: number) => change((view, room) => zoomAt(view, factor, WHOLE, room));
  return { stage, view, change, by, reset: () => setView(WHOLE) };
}

// What an element's transform does is in none of these figures.
function roomOf({ clientWidth, clientHeight, firstElementChild: picture }: HTMLElement): Room {
  const [width, height] = picture instanceof HTMLElement ? [picture.offsetWidth, picture.offsetHeight] : [0, 0];
  return { stage: { width: clientWidth, height: clientHeight }, picture: { width, height } };
}
